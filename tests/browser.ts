import type { FastifyInstance, LightMyRequestResponse } from 'fastify'

export type Form = Record<string, string | readonly string[]>

/** A visitor without JavaScript: keeps cookies, follows redirects after a form, finds the hidden fields of a form. */
export class Browser {
  readonly #cookies = new Map<string, string>()
  readonly #server: FastifyInstance
  page: LightMyRequestResponse | undefined

  constructor(server: FastifyInstance) {
    this.#server = server
  }

  get cookieHeader(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  setCookie(name: string, value: string): void {
    this.#cookies.set(name, value)
  }

  async get(url: string, headers: Record<string, string> = {}): Promise<LightMyRequestResponse> {
    return this.#keep(await this.#server.inject({ method: 'GET', url, headers: this.#headers(headers) }))
  }

  /** Sends a form as a page of the site would; does not follow the redirect. */
  async post(url: string, form: Form = {}, headers: Record<string, string> = {}): Promise<LightMyRequestResponse> {
    const payload = new URLSearchParams(
      Object.entries(form).flatMap(([name, value]) => [value].flat().map((one) => [name, one])),
    )
    const typed = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }
    return this.#keep(
      await this.#server.inject({
        method: 'POST',
        url,
        headers: this.#headers({ ...typed, ...headers }),
        payload: payload.toString(),
      }),
    )
  }

  /** Sends a form and opens the page that it leads to. */
  async send(url: string, form: Form = {}): Promise<LightMyRequestResponse> {
    const answer = await this.post(url, form)
    return answer.statusCode === 303 ? this.get(String(answer.headers.location)) : answer
  }

  #headers(more: Record<string, string>): Record<string, string> {
    return { host: 'localhost:3000', ...(this.#cookies.size > 0 ? { cookie: this.cookieHeader } : {}), ...more }
  }

  #keep(answer: LightMyRequestResponse): LightMyRequestResponse {
    for (const { name, value, maxAge } of answer.cookies) {
      if (maxAge === 0 || value === '') this.#cookies.delete(name)
      else this.#cookies.set(name, value)
    }
    this.page = answer
    return answer
  }
}

/** The visible words of a page, in one line. */
export function wordsOf(html: string): string {
  return html
    .replace(/<(script|style)\b.*?<\/\1>/gs, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(
      /&(amp|lt|gt|quot|#39);/g,
      (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', '#39': '’' })[name] ?? '',
    )
    .replace(/\s+/g, ' ')
    .trim()
}

/** The value of a hidden or visible field of a page. */
export function fieldOf(html: string, name: string): string {
  const tag = [...html.matchAll(/<input\b(?:[^>"]|"[^"]*")*>/g)]
    .map(([text]) => text)
    .find((text) => text.includes(`name="${name}"`))
  return textOf(/value="([^"]*)"/.exec(tag ?? '')?.[1] ?? '')
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

const textOf = (value: string): string =>
  value.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name] ?? '')

/** Every field of a form that holds nothing but hidden fields and buttons, as its button would send it. */
export function hiddenFieldsOf(html: string, action: string): [string, string][] {
  const form = html.split('<form').find((part) => part.includes(`action="${action}"`)) ?? ''
  const tags = [
    ...(form.split('</form>')[0] ?? '').matchAll(/<input type="hidden" name="([^"]*)"(?: value="([^"]*)")?/g),
  ]
  return tags.map(([, name = '', value = '']) => [textOf(name), textOf(value)])
}
