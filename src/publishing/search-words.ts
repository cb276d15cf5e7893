/** Words too common to search by. PostgreSQL's `indonesian` dictionary stems but has no such list of its own. */
const tooCommon = new Set(
  (
    'ada adalah agar akan antara apa atau bagi bahwa banyak beberapa bila bisa dalam dan dapat dari dengan di ia ini ' +
    'itu jika juga kami karena ke kepada kita lagi lebih maka mereka namun oleh pada para per saat saja sama sampai ' +
    'sangat saya sebagai sebelum secara sehingga sejak seluruh semua serta setelah setiap suatu sudah supaya tanpa ' +
    'telah tentang tersebut tetapi tidak untuk yaitu yakni yang'
  ).split(' '),
)

/** Query without words that are in every text. Quotes, `OR` and `-` keep their meaning (`websearch_to_tsquery`). */
export function searchWords(query: string): string {
  const words = query.slice(0, 200).split(/\s+/)
  const telling = words.filter((word) => !tooCommon.has(word.toLowerCase()))
  return (telling.length > 0 ? telling : words).join(' ').trim()
}
