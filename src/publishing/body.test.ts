import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bodyHtml, summaryOf, textOf } from './body.ts'

test('light Markdown becomes clean HTML', () => {
  const cases: [source: string, html: string][] = [
    ['Satu.\n\nDua **tebal**.', '<p>Satu.</p>\n<p>Dua <strong>tebal</strong>.</p>'],
    ['baris\nberikut', '<p>baris<br />\nberikut</p>'],
    ['- a\n- b', '<ul>\n<li>a</li>\n<li>b</li>\n</ul>'],
    ['3. tiga', '<ol start="3">\n<li>tiga</li>\n</ol>'],
    // Heading levels follow from the page: the highest becomes h2, none falls below h4.
    ['# A\n\n## B', '<h2>A</h2>\n<h3>B</h3>'],
    ['### A\n\n###### B', '<h2>A</h2>\n<h4>B</h4>'],
    ['https://bekasikota.go.id', '<p><a href="https://bekasikota.go.id">https://bekasikota.go.id</a></p>'],
    ['[surat](mailto:a@b.example)', '<p><a href="mailto:a@b.example">surat</a></p>'],
    ['', ''],
    ['   \n\n ', ''],
    ['---', ''],
  ]
  for (const [source, html] of cases) assert.equal(bodyHtml(source), html, source)
})

test('what could do harm is only text', () => {
  const cases = [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[x](javascript:alert(1))',
    '[x](data:text/html;base64,PHNjcmlwdD4=)',
    '![x](https://evil.example/p.gif)',
    '<a href="x" onclick="y">z</a>',
    '[a](//evil.example)',
  ]
  for (const source of cases) {
    const html = bodyHtml(source)
    assert.doesNotMatch(html, /<(script|img|iframe|svg)|<[^>]+\son\w+=|href="(javascript|data|\/\/)/i, source)
  }
})

test('the beginning of a body, cut between words', () => {
  assert.equal(summaryOf('<p>Pendek &amp; jelas.</p>'), 'Pendek & jelas.')
  const long = summaryOf(`<p>${'kata '.repeat(80)}</p>`)
  assert.ok(long.length <= 201 && long.endsWith('kata…'), long)
  assert.equal(summaryOf('a'.repeat(300)).length, 201)
  assert.equal(textOf('<p>a</p><p>b &lt;i&gt;</p>'), 'a b <i>')
})
