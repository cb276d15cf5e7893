import type { ComponentChildren, VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { Answer } from './answer.ts'

export const page = (body: VNode): Answer => ({ status: 200, html: `<!doctype html>${renderToString(body)}` })

export function Frame({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <html lang="id">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <link rel="stylesheet" href="/gaya.css" />
      </head>
      <body>
        <header>
          <p>X tiruan untuk mencoba. Tidak ada yang terkirim ke X yang sebenarnya.</p>
        </header>
        <main>
          <h1>{title}</h1>
          {children}
        </main>
      </body>
    </html>
  )
}

export const style = `
body { margin: 0; font: 1rem/1.5 system-ui, sans-serif; color: #1b1f23; background: #f4f4ef; }
header { background: #22313a; color: #fff; padding: .5rem 1rem; }
header p { margin: 0; }
main { max-width: 40rem; margin: 0 auto; padding: 1rem; }
form, article { background: #fff; border: 1px solid #b9bfb8; padding: 1rem; margin: 0 0 1rem; }
fieldset { border: 0; margin: 0 0 1rem; padding: 0; }
label { display: block; font-weight: 600; margin-bottom: .25rem; }
fieldset label { font-weight: 400; }
input[type=text], textarea { box-sizing: border-box; width: 100%; font: inherit; padding: .5rem; border: 1px solid #5d665f; margin-bottom: 1rem; }
button { font: inherit; padding: .5rem 1rem; border: 1px solid #22313a; background: #22313a; color: #fff; }
button[value=deny] { background: #fff; color: #22313a; }
:focus-visible { outline: 3px solid #b4570a; outline-offset: 2px; }
a { color: #0b5573; }
.agency { border-left: .5rem solid #22313a; }
article p { white-space: pre-wrap; overflow-wrap: anywhere; }
`
