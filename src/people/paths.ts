import { path } from '../platform/http/paths.ts'

export const peoplePaths = {
  signIn: path('/masuk'),
  secondFactor: path('/masuk/kode'),
  setUpFirst: path('/masuk/siapkan'),
  passkeyQuestion: path('/masuk/kunci-sandi/tantangan'),
  passkeySignIn: path('/masuk/kunci-sandi'),
  sso: path('/masuk/sso'),
  ssoReturn: path('/masuk/sso/kembali'),
  forgotten: path('/masuk/lupa'),
  reset: path('/masuk/atur-ulang/:token'),
  invitation: path('/undangan/:token'),
  signOut: path('/keluar'),
  signOutEverywhere: path('/keluar/semua'),

  account: path('/pengaturan/akun'),
  password: path('/pengaturan/akun/kata-sandi'),
  codeApp: path('/pengaturan/akun/faktor-kedua'),
  codeAppConfirmation: path('/pengaturan/akun/faktor-kedua/konfirmasi'),
  codeAppRemoval: path('/pengaturan/akun/faktor-kedua/penghentian'),
  recoveryCodes: path('/pengaturan/akun/kode-pemulihan'),
  sessionEnd: path('/pengaturan/akun/sesi/:id/penutupan'),
  newPasskeyQuestion: path('/pengaturan/akun/kunci-sandi/tantangan'),
  passkeys: path('/pengaturan/akun/kunci-sandi'),
  passkeyRemoval: path('/pengaturan/akun/kunci-sandi/penghapusan'),

  outbox: path('/pengaturan/surat-keluar'),
  mail: path('/pengaturan/surat-keluar/:id'),
}
