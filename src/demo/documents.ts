/** A page of plain lines, as a PDF: the first is its title. Latin letters only. */
export function pdfOf(lines: readonly string[]): Buffer {
  const shown = lines.map((line, rank) => {
    const size = rank === 0 ? 20 : 12
    return `/F1 ${size} Tf 0 ${rank === 0 ? 0 : -24} Td (${escaped(line)}) Tj`
  })
  const stream = `BT 60 770 Td ${shown.join('\n')} ET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${Buffer.byteLength(stream, 'latin1')} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ]
  let text = '%PDF-1.4\n'
  const places = objects.map((object, rank) => {
    const place = Buffer.byteLength(text, 'latin1')
    text += `${rank + 1} 0 obj\n${object}\nendobj\n`
    return `${String(place).padStart(10, '0')} 00000 n \n`
  })
  const start = Buffer.byteLength(text, 'latin1')
  const count = objects.length + 1
  text += `xref\n0 ${count}\n0000000000 65535 f \n${places.join('')}`
  text += `trailer << /Size ${count} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}

const escaped = (line: string): string => line.replace(/[\\()]/g, (sign) => `\\${sign}`).replaceAll('’', "'")

/** Three soft notes, as a WAV file of two seconds. */
export function chime(): Buffer {
  const rate = 16_000
  const samples = Array.from({ length: 2 * rate }, (_, place) => {
    const seconds = place / rate
    const note = [523, 659, 784][Math.min(2, Math.floor(seconds / 0.6))] ?? 784
    return Math.round(9000 * Math.sin(2 * Math.PI * note * seconds) * Math.exp(-2.5 * (seconds % 0.6)))
  })
  const data = Buffer.alloc(2 * samples.length)
  samples.forEach((sample, place) => void data.writeInt16LE(sample, 2 * place))
  const head = Buffer.alloc(44)
  head.write('RIFF', 0)
  head.writeUInt32LE(36 + data.length, 4)
  head.write('WAVEfmt ', 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(rate, 24)
  head.writeUInt32LE(2 * rate, 28)
  head.writeUInt16LE(2, 32)
  head.writeUInt16LE(16, 34)
  head.write('data', 36)
  head.writeUInt32LE(data.length, 40)
  return Buffer.concat([head, data])
}
