import type { Theme } from '../channels/post.ts'

/** How far a broadcast has come. */
export type ExamplePostState = 'published' | 'draft' | 'in-review' | 'returned' | 'refused' | 'not-sent'

/** Days before today, WIB time, theme, words, and the state when it is not published. */
export type ExamplePost = readonly [days: number, time: string, theme: Theme, text: string, state?: ExamplePostState]

export interface ExampleMention {
  days: number
  time: string
  /** Invented handle of a citizen. */
  by: string
  text: string
  /** Answers, each with the days before today and the time; the last one is final unless `open`. */
  answers?: readonly (readonly [days: number, time: string, text: string])[]
  open?: boolean
}

export interface ExampleVoice {
  handle: string
  posts: readonly ExamplePost[]
  mentions: readonly ExampleMention[]
}

const dinkes: ExampleVoice = {
  handle: 'dinkes_contoh',
  posts: [
    [
      59,
      '09:10',
      'community',
      'Posyandu keliling mulai pekan ini di enam kelurahan Bekasi Utara. Bawa Buku KIA. #SehatBersama',
    ],
    [
      55,
      '10:00',
      'government',
      'Jam layanan puskesmas: Senin–Kamis 07.30–16.00, Jumat 07.30–16.30, Sabtu 08.00–12.00 WIB.',
    ],
    [50, '08:30', 'community', 'Cegah demam berdarah: kuras, tutup, dan manfaatkan kembali wadah air seminggu sekali.'],
    [
      46,
      '13:15',
      'development',
      'Gedung rawat inap Puskesmas Jatiasih selesai 80 persen. Pelayanan tetap berjalan di gedung lama.',
    ],
    [41, '09:00', 'community', 'Imunisasi kejar bagi anak yang tertinggal dibuka di semua puskesmas, tanpa biaya.'],
    [35, '15:20', 'government', 'Hasil survei kepuasan pasien triwulan lalu dapat dibaca di dinkes.bekasikota.go.id'],
    [
      29,
      '09:45',
      'community',
      'Donor darah bersama PMI, Jumat pukul 08.00–11.00 di aula dinas. Sarapan dahulu sebelum mendonor ya.',
    ],
    [24, '10:30', 'development', 'Tiga ambulans baru siaga di Mustikajaya, Pondok Gede, dan Medan Satria.'],
    [
      19,
      '08:15',
      'community',
      'Musim hujan tiba: waspadai diare dan leptospirosis. Pakai sepatu bot saat membersihkan lumpur.',
    ],
    [
      13,
      '11:00',
      'government',
      'Pendaftaran antrean puskesmas kini dapat dilakukan lewat telepon pada pukul 06.00–07.30.',
    ],
    [9, '09:30', 'community', 'Skrining tekanan darah gratis di Taman Kota, Minggu pukul 06.00–09.00.', 'not-sent'],
    [6, '14:00', 'community', 'Vaksin influenza bagi lansia tersedia mulai besok. Hubungi puskesmas terdekat.'],
    [3, '10:10', 'government', 'Puskesmas Bintara pindah sementara ke gedung serbaguna kelurahan selama perbaikan.'],
    [1, '13:30', 'development', 'Laboratorium kesehatan daerah menambah dua alat uji air minum.', 'in-review'],
    [1, '15:00', 'community', 'Pekan pemberian ASI: kelas ibu menyusui di setiap kecamatan.', 'draft'],
  ],
  mentions: [
    {
      days: 57,
      time: '19:40',
      by: 'warga_kranji',
      text: '@dinkes_contoh posyandu keliling apa singgah juga di Kranji?',
      answers: [[56, '08:20', 'Ya, setiap Kamis pekan kedua di balai warga RW 05, pukul 08.00–11.00.']],
    },
    {
      days: 48,
      time: '07:05',
      by: 'ibu_galuh',
      text: '@dinkes_contoh loket Puskesmas Margahayu belum buka padahal sudah lewat jam, antre sejak subuh.',
      answers: [
        [47, '09:10', 'Terima kasih laporannya. Kami periksa ke puskesmas hari ini.'],
        [44, '14:30', 'Petugas loket terlambat karena sakit. Mulai hari ini selalu ada pengganti. Mohon maaf.'],
      ],
    },
    {
      days: 33,
      time: '21:15',
      by: 'pak_rt_delapan',
      text: 'Banyak jentik di selokan dekat pasar @dinkes_contoh, kapan difogging?',
      answers: [
        [31, '10:00', 'Petugas turun Kamis pagi. Sementara itu taburkan larvasida, tersedia gratis di puskesmas.'],
      ],
    },
    {
      days: 20,
      time: '12:30',
      by: 'anak_rawalumbu',
      text: '@dinkes_contoh usul: kartu antrean dikirim lewat pesan saja supaya tidak menumpuk di ruang tunggu.',
      answers: [[15, '15:45', 'Usul yang baik, sedang diuji di dua puskesmas dan dilaporkan bulan depan.']],
    },
    {
      days: 8,
      time: '08:50',
      by: 'bidan_mandiri',
      text: '@dinkes_contoh stok vaksin polio di Puskesmas Teluk Pucung kosong sejak Senin.',
      answers: [[7, '08:30', 'Terima kasih. Kami telusuri ke gudang vaksin.']],
      open: true,
    },
    {
      days: 2,
      time: '20:10',
      by: 'warga_bintara',
      text: '@dinkes_contoh puskesmas Bintara pindah ke mana persisnya? Ibu saya lansia.',
    },
    {
      days: 1,
      time: '09:25',
      by: 'kurir_malam',
      text: '@dinkes_contoh apakah klinik dekat terminal punya izin? Obatnya tanpa label.',
    },
  ],
}

const dlh: ExampleVoice = {
  handle: 'dlh_contoh',
  posts: [
    [58, '08:40', 'community', 'Bank sampah RW kini 412 titik. Bawa sampah kering terpilah, pulang membawa tabungan.'],
    [52, '10:20', 'government', 'Jadwal angkut sampah besar: hubungi kelurahan dua hari sebelumnya.'],
    [43, '09:35', 'development', 'Taman Hutan Kota bertambah 1,2 hektare dengan 800 pohon peneduh.'],
    [36, '14:10', 'community', 'Jangan bakar sampah. Asapnya melukai paru-paru tetangga.'],
    [27, '09:00', 'government', 'Mutu udara harian dapat dibaca di dlh.bekasikota.go.id'],
    [21, '13:50', 'development', 'Saringan sampah Kali Bekasi dipasang di tiga jembatan sebelum puncak hujan.'],
    [12, '08:25', 'community', 'Kerja bakti saluran air serentak Minggu ini. Ayo ikut di RW masing-masing.'],
    [7, '10:00', 'community', 'Kerja bakti saluran air serentak Minggu ini. Ayo ikut di RW masing-masing!', 'refused'],
    [4, '11:15', 'government', 'Uji emisi gratis Rabu–Jumat di halaman kantor DLH, pukul 08.00–14.00.'],
    [1, '10:45', 'development', 'TPS 3R Jatirangga segera dibuka.', 'returned'],
  ],
  mentions: [
    {
      days: 45,
      time: '06:50',
      by: 'warga_jatirangga',
      text: '@dlh_contoh sampah di TPS liar Jalan Raya Hankam menumpuk lagi, baunya sampai ke sekolah.',
      answers: [[43, '13:00', 'Sudah diangkut dua truk pagi ini. Titik itu kini dijaga bersama kelurahan.']],
    },
    {
      days: 30,
      time: '17:30',
      by: 'pesepeda_bekasi',
      text: '@dlh_contoh pohon di median Jalan Ahmad Yani miring, takut tumbang saat hujan.',
      answers: [[29, '10:40', 'Tim pemangkas sudah menopang pohonnya dan menjadwalkan pemangkasan Jumat.']],
    },
    {
      days: 11,
      time: '22:05',
      by: 'mahasiswa_hijau',
      text: 'Air Kali Bekasi hitam dan berbusa malam ini @dlh_contoh, tolong periksa pabrik di hulu.',
      answers: [[10, '08:15', 'Contoh air diambil pukul 23.40. Hasil laboratorium kami umumkan di sini.']],
      open: true,
    },
    { days: 3, time: '07:45', by: 'warga_harapan', text: '@dlh_contoh truk sampah tidak lewat Blok C sejak Kamis.' },
  ],
}

const dishub: ExampleVoice = {
  handle: 'dishub_contoh',
  posts: [
    [
      57,
      '07:10',
      'government',
      'Rekayasa lalu lintas simpang Bulak Kapal berlaku Senin pukul 05.00. Ikuti rambu sementara.',
    ],
    [49, '09:20', 'development', 'Sebelas halte baru di koridor Harapan Indah–Terminal dilengkapi jalan landai.'],
    [39, '16:00', 'community', 'Jangan parkir di trotoar. Beri jalan bagi pengguna kursi roda dan kereta bayi.'],
    [32, '08:45', 'government', 'Uji kendaraan bermotor dapat didaftarkan dari rumah di dishub.bekasikota.go.id'],
    [25, '10:05', 'development', 'Lampu penerangan Jalan Joyomartono diganti 124 titik LED.'],
    [16, '15:30', 'community', 'Mudik akhir tahun: terminal menyediakan pemeriksaan rem gratis bagi bus.'],
    [8, '09:50', 'government', 'Penertiban parkir liar di sekitar stasiun dimulai besok pagi.'],
    [2, '08:05', 'community', 'Ajak anak naik bus ke sekolah: gratis bagi pelajar berseragam sampai pukul 07.00.'],
    [0, '07:15', 'development', 'Zebra cross di depan SDN Jatisampurna dicat ulang malam ini.', 'in-review'],
  ],
  mentions: [
    {
      days: 54,
      time: '18:20',
      by: 'komuter_line',
      text: '@dishub_contoh lampu penyeberangan depan stasiun mati tiga hari.',
      answers: [[53, '11:30', 'Sudah menyala kembali pukul 10.50. Penyebabnya kabel putus.']],
    },
    {
      days: 38,
      time: '12:00',
      by: 'ojol_bekasi',
      text: '@dishub_contoh minta tempat tunggu ojek daring di stasiun, supaya tidak di badan jalan.',
      answers: [[33, '14:20', 'Lokasinya disiapkan di sisi utara stasiun dan dibuka bertahap.']],
    },
    {
      days: 22,
      time: '06:30',
      by: 'ibu_sekolah',
      text: 'Truk besar lewat depan sekolah jam 6 pagi @dishub_contoh, padahal dilarang.',
      answers: [[21, '08:00', 'Petugas berjaga mulai besok pukul 05.30–08.00.']],
    },
    {
      days: 5,
      time: '19:00',
      by: 'warga_pekayon',
      text: '@dishub_contoh lubang di dekat rel Jalan Juanda membahayakan motor. Ini wewenang siapa?',
    },
    {
      days: 1,
      time: '17:45',
      by: 'warga_pekayon',
      text: '@dishub_contoh terima kasih, bus pelajarnya membantu. Bisa ditambah sampai 07.15?',
    },
  ],
}

/** Connected accounts of the lively agencies; every handle is invented. */
export const exampleVoices: Readonly<Record<'dinkes' | 'dlh' | 'dishub', ExampleVoice>> = { dinkes, dlh, dishub }
