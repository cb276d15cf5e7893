import assert from 'node:assert/strict'
import { test } from 'node:test'
import { siteAddress, siteLinks } from './site.ts'

test('links of a site, under its own name and below ours', () => {
  const own = siteLinks('')
  const below = siteLinks('/situs/dinkes')
  assert.equal(own.home, '/')
  assert.equal(below.home, '/situs/dinkes')
  assert.equal(own.item({ kind: 'news', slug: 'a' }), '/berita/a')
  assert.equal(below.item({ kind: 'event', slug: 'a' }), '/situs/dinkes/agenda/a')
  assert.equal(own.item({ kind: 'page', slug: 'profil' }), '/profil')
  assert.equal(own.item({ kind: 'page', slug: 'tugas' }), '/profil/tugas')
})

test('a site has its own name where the installation is public', () => {
  const dinkes = { id: 'dinkes', host: 'dinkes.bekasikota.go.id' }
  assert.equal(
    siteAddress({ baseUrl: 'https://kentongan.bekasikota.go.id' }, dinkes),
    'https://dinkes.bekasikota.go.id',
  )
  assert.equal(siteAddress({ baseUrl: 'http://localhost:8080' }, dinkes), 'http://localhost:8080/situs/dinkes')
  assert.equal(siteAddress({ baseUrl: 'https://k.example' }, { id: 'x', host: null }), 'https://k.example/situs/x')
})
