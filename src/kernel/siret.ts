// SIRET: the 9 digits of the company (SIREN), the 5 of the place, checked by Luhn's sum (INSEE).

const LA_POSTE = '356000000'

const digitsOf = (number: string): number[] => [...number].map(Number)

function luhn(number: string): number {
  return digitsOf(number)
    .reverse()
    .reduce((sum, digit, place) => {
      const weighed = place % 2 === 0 ? digit : digit * 2
      return sum + (weighed > 9 ? weighed - 9 : weighed)
    }, 0)
}

/**
 * Reads a SIRET as typed, spaces, dots and no-break spaces forgiven; undefined when its digits do not agree. The places of
 * La Poste were numbered beyond Luhn: the plain sum of their digits is a multiple of 5.
 */
export function readSiret(typed: string): string | undefined {
  const siret = typed.replace(/[\s.\u00A0\u202F-]/g, '')
  if (!/^\d{14}$/.test(siret) || /^0+$/.test(siret)) return undefined
  if (luhn(siret) % 10 === 0) return siret
  const sum = digitsOf(siret).reduce((total, digit) => total + digit, 0)
  return siret.startsWith(LA_POSTE) && sum % 5 === 0 ? siret : undefined
}

/** « 130 017 486 00016 » */
export function spacedSiret(siret: string): string {
  return siret.replace(/^(\d{3})(\d{3})(\d{3})(\d{5})$/, '$1\u00A0$2\u00A0$3\u00A0$4')
}
