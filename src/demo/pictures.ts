import sharp from 'sharp'

export type Palette = { sky: string; sun: string; far: string; near: string; front: string }

const PALETTES: Record<'morning' | 'evening' | 'meadow', Palette> = {
  morning: { sky: '#cfe6f2', sun: '#f6c945', far: '#8fb8cf', near: '#4f8aa8', front: '#1f5273' },
  evening: { sky: '#f7dfc4', sun: '#e8833a', far: '#d3a58f', near: '#9a6b77', front: '#4a3a5e' },
  meadow: { sky: '#e3f0dc', sun: '#f4d35e', far: '#a9c99a', near: '#6a9f6b', front: '#2f6b4f' },
}

/** Hills under the sun, in one of three lights: a drawing of ours, to illustrate an example. */
export function hills(light: keyof typeof PALETTES): Promise<Buffer> {
  const { sky, sun, far, near, front } = PALETTES[light]
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="1280" height="640" viewBox="0 0 1280 640">
    <rect width="1280" height="640" fill="${sky}"/>
    <circle cx="965" cy="215" r="92" fill="${sun}"/>
    <path d="M0 430 210 300 400 400 640 235 860 385 1060 280 1280 400V640H0Z" fill="${far}"/>
    <path d="M0 500Q220 380 450 470T860 450T1280 490V640H0Z" fill="${near}"/>
    <path d="M0 590Q300 480 620 560T1280 540V640H0Z" fill="${front}"/>
  </svg>`
  return sharp(Buffer.from(drawing)).jpeg({ quality: 82 }).toBuffer()
}
