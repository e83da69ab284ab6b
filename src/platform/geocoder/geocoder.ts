export type Address = { address: string; postalCode: string; city: string; communeCode?: string }

/** `precise`: a house or a street; `commune`: its centre only, to be put right by hand. */
export type Located = { latitude: number; longitude: number; precision: 'precise' | 'commune'; label: string }

/** Where an address is; undefined when it is not known, `down` when nobody could say: what was typed stays as it is. */
export type Geocoder = { geocode(address: Address): Promise<Located | undefined | 'down'> }
