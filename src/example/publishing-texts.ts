import type { ContentKind, ContentTheme } from '../publishing/content.ts'

/** How far an item has come; `changed` was published and then really changed. */
export type ExampleState = 'published' | 'changed' | 'in-review' | 'draft' | 'returned' | 'removed'

export interface ExampleItem {
  /** Days before today on which it was written. */
  days: number
  kind: ContentKind
  theme: ContentTheme
  title: string
  body: string
  state?: ExampleState
  /** Of events: days from today on which it takes place. */
  inDays?: number
  place?: string
  /** A drawing made for the example, and the words for who cannot see it. */
  picture?: { drawing: 'ticket' | 'drop' | 'bus' | 'leaf' | 'book' | 'needle' | 'bin'; alt: string }
}

const dinkes: ExampleItem[] = [
  {
    days: 190,
    kind: 'page',
    theme: 'government',
    title: 'Profil',
    body: `Dinas Kesehatan membantu Wali Kota menjalankan urusan kesehatan: pelayanan kesehatan, kesehatan masyarakat, pencegahan dan pengendalian penyakit, serta sumber daya kesehatan.

## Tugas

- Menyusun kebijakan kesehatan tingkat kota.
- Membina puskesmas dan laboratorium kesehatan daerah.
- Menjaga mutu pelayanan dan keselamatan pasien.

## Hubungi kami

Jam layanan Senin sampai Kamis pukul 07.30-16.00 dan Jumat pukul 07.30-16.30 WIB.`,
  },
  {
    days: 58,
    kind: 'news',
    theme: 'community',
    title: 'Posyandu Keliling Singgahi Enam Kelurahan di Bekasi Utara',
    body: `Posyandu keliling mulai berjalan pekan ini di enam kelurahan Bekasi Utara. Mobil layanan singgah di balai warga setiap Selasa dan Kamis, pukul 08.00 sampai 11.00 WIB.

Orang tua dapat menimbang balita, melengkapi imunisasi, dan berkonsultasi tentang gizi tanpa biaya. Bawalah Buku KIA dan kartu keluarga.

## Jadwal pekan pertama

| Hari | Kelurahan | Tempat |
| --- | --- | --- |
| Selasa | Harapan Jaya | Balai RW 07 |
| Kamis | Kaliabang Tengah | Aula kelurahan |`,
    picture: { drawing: 'drop', alt: 'Tetes besar berwarna kuning di atas garis putih, lambang vaksin tetes' },
  },
  {
    days: 47,
    kind: 'announcement',
    theme: 'government',
    title: 'Perubahan Jam Layanan Laboratorium Kesehatan Daerah',
    body: `Mulai pekan depan loket Laboratorium Kesehatan Daerah buka pukul 08.00 sampai 14.00 WIB, Senin sampai Jumat. Pengambilan hasil tetap dilayani sampai pukul 15.30 WIB.

Hasil pemeriksaan air minum dapat diambil tiga hari kerja setelah sampel diterima.`,
    state: 'changed',
  },
  {
    days: 39,
    kind: 'news',
    theme: 'development',
    title: 'Gedung Baru Puskesmas Jatiasih Mulai Digunakan',
    body: `Gedung dua lantai Puskesmas Jatiasih mulai melayani warga. Ruang tunggu kini terpisah untuk anak dan dewasa, dan ruang bersalin pindah ke lantai dasar.

Selama dua pekan pertama petugas berjaga di pintu masuk untuk menunjukkan letak poli. Pendaftaran melalui telepon tetap dibuka sejak pukul 06.30 WIB.`,
  },
  {
    days: 31,
    kind: 'news',
    theme: 'community',
    title: 'Musim Hujan, Kader Jumantik Periksa Bak Mandi Rumah ke Rumah',
    body: `Kader juru pemantau jentik berkeliling setiap Jumat pagi. Mereka memeriksa bak mandi, tempat minum burung, dan talang air.

Warga dapat membantu dengan tiga langkah:

1. Menguras tempat penampungan air sekali sepekan.
2. Menutup rapat tandon dan drum.
3. Mengubur atau mendaur ulang barang bekas yang menampung air.

Segera ke puskesmas bila demam tinggi lebih dari dua hari.`,
  },
  {
    days: 24,
    kind: 'document',
    theme: 'government',
    title: 'Standar Pelayanan Izin Praktik Tenaga Kesehatan',
    body: `Standar ini berlaku untuk izin praktik baru dan perpanjangan.

- **Syarat:** surat tanda registrasi, surat keterangan tempat praktik, pasfoto.
- **Waktu:** lima hari kerja sejak berkas lengkap.
- **Biaya:** tidak dipungut biaya.

Keberatan atas pelayanan disampaikan melalui kanal laporan Kota Bekasi.`,
  },
  {
    days: 16,
    kind: 'news',
    theme: 'community',
    title: 'Imunisasi Kejar untuk Anak Sekolah Berlangsung Dua Pekan',
    body: `Anak yang imunisasinya belum lengkap dapat menyusul di sekolah atau puskesmas selama dua pekan. Petugas datang ke sekolah sesuai jadwal yang disepakati dengan guru UKS.

Orang tua menerima lembar persetujuan dari sekolah. Anak yang sedang demam dijadwalkan kembali.`,
    picture: { drawing: 'needle', alt: 'Perisai kuning dengan tanda tambah, lambang perlindungan imunisasi' },
  },
  {
    days: 9,
    kind: 'event',
    theme: 'community',
    title: 'Donor Darah Bersama di Halaman Kantor',
    body: 'Terbuka untuk umum, usia 17 sampai 60 tahun, berat badan paling sedikit 45 kilogram. Sarapanlah sebelum datang.',
    inDays: 8,
    place: 'Halaman kantor Dinas Kesehatan',
  },
  {
    days: 5,
    kind: 'news',
    theme: 'government',
    title: 'Pendaftaran Antrean Puskesmas Kini Bisa Sehari Sebelumnya',
    body: `Warga dapat mengambil nomor antrean puskesmas satu hari sebelum datang. Nomor berlaku sampai tiga puluh menit setelah jam yang tertera.

Loket tetap menyediakan nomor untuk warga yang datang langsung, terutama lansia dan ibu hamil.`,
    picture: { drawing: 'ticket', alt: 'Karcis antrean kuning bernomor 27' },
  },
  {
    days: 2,
    kind: 'news',
    theme: 'community',
    title: 'Kelas Ibu Hamil Dibuka di Puskesmas Rawalumbu',
    body: `Kelas ibu hamil berlangsung setiap Rabu pukul 09.00 WIB, empat pertemuan, tanpa biaya. Bidan membahas gizi, tanda bahaya, dan persiapan persalinan. Suami diharapkan ikut pada pertemuan ketiga.`,
    state: 'in-review',
  },
  {
    days: 3,
    kind: 'announcement',
    theme: 'community',
    title: 'Daftar Apotek yang Buka 24 Jam',
    body: 'Daftar sedang dilengkapi dengan alamat dan nomor telepon.',
    state: 'returned',
  },
  {
    days: 1,
    kind: 'news',
    theme: 'development',
    title: 'Perbaikan Ruang Tunggu Puskesmas Pondok Gede',
    body: '',
    state: 'draft',
  },
]

const dlh: ExampleItem[] = [
  {
    days: 185,
    kind: 'page',
    theme: 'government',
    title: 'Profil',
    body: `Dinas Lingkungan Hidup mengelola sampah kota, menjaga mutu air dan udara, serta merawat taman dan ruang hijau.

## Layanan

- Pengangkutan sampah dan bank sampah.
- Uji emisi dan pemantauan mutu udara.
- Persetujuan lingkungan untuk usaha.`,
  },
  {
    days: 55,
    kind: 'news',
    theme: 'community',
    title: 'Bank Sampah Mustikajaya Terima Minyak Jelantah',
    body: `Bank sampah di Mustikajaya kini menerima minyak goreng bekas. Setiap liter dicatat sebagai tabungan dan dapat ditukar sembako pada akhir bulan.

Saring minyak lebih dulu dan simpan dalam botol tertutup. Jangan buang ke saluran air: minyak yang membeku menyumbat got.`,
    picture: { drawing: 'bin', alt: 'Tiga tempat sampah terpilah dengan tutup hijau, kuning, dan merah bata' },
  },
  {
    days: 41,
    kind: 'news',
    theme: 'development',
    title: 'Seribu Bibit Pohon Peneduh Ditanam di Tepi Kalimalang',
    body: `Penanaman dimulai dari ruas yang paling panas menurut laporan warga. Jenis yang dipilih adalah tabebuya, pulai, dan ketapang kencana, yang akarnya tidak merusak trotoar.

Setiap pohon diberi nomor. Warga yang melihat pohon layu dapat menyebut nomor itu dalam laporan.`,
    picture: { drawing: 'leaf', alt: 'Dua helai daun, hijau dan kuning, di atas garis air yang berombak' },
  },
  {
    days: 33,
    kind: 'announcement',
    theme: 'community',
    title: 'Pengangkutan Sampah pada Libur Panjang',
    body: `Pada libur panjang truk berangkat satu jam lebih awal. Letakkan sampah di depan rumah paling lambat pukul 05.00 WIB.

Sampah besar seperti kasur dan lemari dijemput dengan perjanjian.`,
    state: 'removed',
  },
  {
    days: 20,
    kind: 'news',
    theme: 'government',
    title: 'Uji Emisi Gratis Dibuka di Tiga Titik',
    body: `Uji emisi untuk mobil dan sepeda motor dibuka di tiga titik selama satu pekan, pukul 09.00 sampai 14.00 WIB. Bawalah STNK. Hasil langsung diterima dan berlaku satu tahun.`,
  },
  {
    days: 11,
    kind: 'event',
    theme: 'community',
    title: 'Kerja Bakti Bersih Saluran Menjelang Musim Hujan',
    body: 'Setiap RW membersihkan saluran di lingkungannya. Karung dan alat disediakan di kantor kelurahan.',
    inDays: 4,
    place: 'Serentak di semua kelurahan',
  },
  {
    days: 6,
    kind: 'news',
    theme: 'development',
    title: 'Taman Lansia di Bekasi Selatan Selesai Ditata',
    body: `Jalur jalan di taman kini rata dan berpegangan, dengan bangku setiap dua puluh meter. Penerangan memakai lampu hemat daya yang menyala sampai pukul 22.00 WIB.`,
    picture: { drawing: 'leaf', alt: 'Dua helai daun, hijau dan kuning, di atas garis air yang berombak' },
  },
  {
    days: 1,
    kind: 'news',
    theme: 'community',
    title: 'Cara Memilah Sampah Dapur dalam Lima Menit',
    body: 'Pisahkan sisa makanan sejak di meja. Tiriskan, lalu masukkan ke ember tertutup. Ember dijemput setiap dua hari.',
    state: 'in-review',
  },
]

const dishub: ExampleItem[] = [
  {
    days: 188,
    kind: 'page',
    theme: 'government',
    title: 'Profil',
    body: `Dinas Perhubungan mengatur lalu lintas, angkutan umum, parkir, dan uji kendaraan bermotor di Kota Bekasi.

## Layanan

- Uji berkala kendaraan bermotor.
- Izin trayek angkutan kota.
- Rambu, marka, dan lampu lalu lintas.`,
  },
  {
    days: 52,
    kind: 'news',
    theme: 'development',
    title: 'Halte di Jalan Ahmad Yani Mendapat Jalur Kursi Roda',
    body: `Empat halte di Jalan Ahmad Yani kini memiliki bidang miring dan pegangan tangan. Tinggi lantai disamakan dengan lantai bus sehingga penumpang berkursi roda dapat naik tanpa dibantu.

Dua halte berikutnya dikerjakan bulan depan.`,
    picture: { drawing: 'bus', alt: 'Bus kota berwarna kuning dengan bidang miring menuju pintunya' },
  },
  {
    days: 44,
    kind: 'announcement',
    theme: 'government',
    title: 'Pengalihan Arus di Simpang Bulak Kapal Selama Perbaikan Jalan',
    body: `Arus dari arah timur dialihkan ke Jalan Pahlawan setiap malam pukul 22.00 sampai 05.00 WIB selama satu pekan. Ikuti rambu sementara dan arahan petugas.`,
  },
  {
    days: 36,
    kind: 'news',
    theme: 'government',
    title: 'Uji Kendaraan Kini Bisa Dijadwalkan dari Rumah',
    body: `Pemilik angkutan dapat memilih hari dan jam uji berkala. Kendaraan yang datang sesuai jadwal dilayani lebih dulu.

Siapkan STNK, buku uji, dan bukti bayar.`,
  },
  {
    days: 22,
    kind: 'news',
    theme: 'community',
    title: 'Penyeberangan Sekolah di Medansatria Dijaga Relawan',
    body: `Relawan berompi menjaga penyeberangan di depan empat sekolah pada jam masuk dan pulang. Batas kecepatan di zona sekolah tetap 20 kilometer per jam.`,
  },
  {
    days: 13,
    kind: 'document',
    theme: 'government',
    title: 'Tarif Parkir di Tepi Jalan Umum',
    body: `| Kendaraan | Sekali parkir |
| --- | --- |
| Sepeda motor | sesuai peraturan daerah yang berlaku |
| Mobil | sesuai peraturan daerah yang berlaku |

Mintalah karcis. Tanpa karcis, Anda berhak menolak membayar.`,
  },
  {
    days: 7,
    kind: 'news',
    theme: 'development',
    title: 'Lampu Lalu Lintas di Dua Belas Simpang Diatur Ulang',
    body: `Waktu hijau di dua belas simpang disesuaikan dengan hitungan kendaraan bulan lalu. Perubahan terasa pada jam pulang kerja. Sampaikan keluhan dengan menyebut nama simpang dan jamnya.`,
    picture: { drawing: 'bus', alt: 'Bus kota berwarna kuning dengan bidang miring menuju pintunya' },
    state: 'changed',
  },
  {
    days: 2,
    kind: 'event',
    theme: 'community',
    title: 'Forum Penumpang Angkutan Kota',
    body: 'Penumpang, pengemudi, dan pemilik angkutan bertemu untuk membahas rute dan jam akhir layanan.',
    inDays: 12,
    place: 'Aula Dinas Perhubungan',
  },
  {
    days: 1,
    kind: 'news',
    theme: 'community',
    title: 'Rute Bus Malam Diuji Coba Akhir Pekan Ini',
    body: 'Uji coba berlangsung Jumat dan Sabtu malam. Rincian rute menunggu persetujuan.',
    state: 'draft',
  },
]

const disarpusda: ExampleItem[] = [
  {
    days: 195,
    kind: 'page',
    theme: 'government',
    title: 'Profil',
    body: 'Dinas Arsip dan Perpustakaan Daerah merawat arsip pemerintah kota dan mengelola perpustakaan umum.',
  },
  {
    days: 150,
    kind: 'news',
    theme: 'community',
    title: 'Perpustakaan Keliling Kunjungi Sekolah di Bantargebang',
    body: 'Mobil perpustakaan membawa lima ratus judul buku anak. Siswa boleh meminjam dua buku selama sepekan.',
    picture: { drawing: 'book', alt: 'Buku terbuka dengan pita pembatas kuning' },
  },
  {
    days: 120,
    kind: 'announcement',
    theme: 'government',
    title: 'Ruang Baca Tutup Sementara untuk Penataan Rak',
    body: 'Ruang baca ditutup tiga hari. Pengembalian buku tetap diterima di loket depan.',
  },
]

export const exampleSites: Readonly<Record<string, { tagline: string; items: readonly ExampleItem[] }>> = {
  dinkes: { tagline: 'Warga sehat, kota kuat', items: dinkes },
  dlh: { tagline: 'Kota bersih dimulai dari rumah', items: dlh },
  dishub: { tagline: 'Perjalanan aman dan teratur', items: dishub },
  disarpusda: { tagline: 'Merawat arsip, menumbuhkan baca', items: disarpusda },
}
