type File = { name: string; bytes: Buffer }
type Value = string | File | readonly (string | File)[]

/** A form as browsers send it when it holds files. */
export function multipart(form: Record<string, Value>): { payload: Buffer; headers: Record<string, string> } {
  const boundary = '----jcdmr0123456789'
  const pieces: Buffer[] = []
  for (const [field, values] of Object.entries(form)) {
    for (const value of [values].flat() as (string | File)[]) {
      const isFile = typeof value !== 'string'
      const name = isFile ? `; filename="${value.name}"\r\ncontent-type: application/octet-stream` : ''
      pieces.push(Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${field}"${name}\r\n\r\n`))
      pieces.push(isFile ? value.bytes : Buffer.from(value), Buffer.from('\r\n'))
    }
  }
  pieces.push(Buffer.from(`--${boundary}--\r\n`))
  return { payload: Buffer.concat(pieces), headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } }
}
