import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readLink } from './link-source.ts'

for (const [text, channel, url] of [
  ['https://x.com/warga_contoh/status/190001?s=20', 'x', 'https://x.com/i/status/190001'],
  ['https://mobile.twitter.com/warga_contoh/status/190001/photo/1', 'x', 'https://x.com/i/status/190001'],
  ['x.com/warga_contoh', 'x', 'https://x.com/warga_contoh'],
  ['https://www.instagram.com/p/AbC123/?igsh=xyz', 'instagram', 'https://instagram.com/p/AbC123'],
  [
    'https://m.facebook.com/story.php?story_fbid=1&id=2&mibextid=q',
    'facebook',
    'https://facebook.com/story.php?id=2&story_fbid=1',
  ],
  ['https://www.tiktok.com/@contoh/video/7?_r=1', 'tiktok', 'https://tiktok.com/@contoh/video/7'],
  ['https://vt.tiktok.com/ZS1/', 'tiktok', 'https://vt.tiktok.com/ZS1'],
  ['https://youtu.be/abc?si=1', 'youtube', 'https://youtube.com/watch?v=abc'],
  ['https://www.youtube.com/watch?v=abc&t=5&lc=K1', 'youtube', 'https://youtube.com/watch?v=abc&lc=K1'],
  ['https://wa.me/6281200000000', 'whatsapp', 'https://wa.me/6281200000000'],
  ['HTTPS://Forum.Example/Topik/1#balasan', 'web', 'https://forum.example/Topik/1'],
  ['http://instagram.com.penipu.example/p/1', 'web', 'https://instagram.com.penipu.example/p/1'],
] as const)
  test(`reads ${text}`, () => assert.deepEqual(readLink(text), { channel, url }))

for (const text of [
  '',
  'bukan tautan',
  'javascript:alert(1)',
  'ftp://contoh.example/1',
  'localhost',
  'https://a:b@contoh.example',
  `https://contoh.example/${'x'.repeat(1000)}`,
])
  test(`refuses ${text.slice(0, 40)}`, () => assert.equal(readLink(text), undefined))
