const unsafe: Record<string, string> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
}

/** JSON that may stand inside a `<script>`: no text in it can close the element, and it parses back equal. */
export function safeJson(data: unknown): string {
  return JSON.stringify(data).replace(/[<>&\u2028\u2029]/g, (sign) => unsafe[sign] ?? sign)
}

/** A script element reads no entities, so its text must go in unescaped: only what `safeJson` made comes here. */
export function scriptText(data: unknown) {
  return { dangerouslySetInnerHTML: { __html: safeJson(data) } }
}
