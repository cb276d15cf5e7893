import type { JSX } from 'preact'
import type { Frame } from '../../platform/http/route.ts'
import type { FieldErrors } from '../../platform/refusal.ts'
import { addMonths, formatMonth, formatNumber } from '../../platform/time.ts'
import { ButtonLink } from '../../platform/ui/button.tsx'
import { Empty } from '../../platform/ui/empty.tsx'
import { Facts } from '../../platform/ui/facts.tsx'
import { Field, Radios } from '../../platform/ui/fields.tsx'
import { Filters } from '../../platform/ui/filters.tsx'
import { Form } from '../../platform/ui/form.tsx'
import { Notice } from '../../platform/ui/notice.tsx'
import { Section } from '../../platform/ui/section.tsx'
import { StaffPage } from '../../platform/ui/staff-page.tsx'
import { Table } from '../../platform/ui/table.tsx'
import { type Budget, budgetState } from '../cost.ts'
import type { CostLine } from '../find-costs.ts'
import { channelPaths } from '../paths.ts'
import { inDollars } from '../post-price.ts'
import type { BudgetInput } from '../set-budget.ts'
import { type PriceItem, priceItems } from '../x/charges.ts'

export interface CostProps {
  frame: Frame
  /** `YYYY-MM`. */
  month: string
  lines: readonly CostLine[]
  /** Of the whole city, for those who look after it; null: only the own agency is shown. */
  city: { budget: Budget | undefined; forecast: number | null } | null
  mayManage: boolean
  input?: BudgetInput
  errors?: FieldErrors
}

const sum = (lines: readonly CostLine[], of: 'micros' | 'quantity' | 'uncertain'): number =>
  lines.reduce((all, line) => all + line[of], 0)

export const money = (micros: number): string => `US$\u00a0${inDollars(micros)}`

export function CostPage(props: CostProps): JSX.Element {
  const { frame, month, lines, city } = props
  return (
    <StaffPage
      frame={frame}
      title={`Biaya X ${formatMonth(month)}`}
      actions={<ButtonLink href={channelPaths.charges.href({}, { bulan: month })}>Rincian panggilan</ButtonLink>}
    >
      <Filters action={channelPaths.cost.href()}>
        <Field name="bulan" label="Bulan (menurut UTC, seperti tagihan X)" value={month} />
      </Filters>
      <p>
        <a href={channelPaths.cost.href({}, { bulan: addMonths(month, -1) })}>{formatMonth(addMonths(month, -1))}</a>
        {' · '}
        <a href={channelPaths.cost.href({}, { bulan: addMonths(month, 1) })}>{formatMonth(addMonths(month, 1))}</a>
      </p>
      {city && <BudgetNotice spent={sum(lines, 'micros')} budget={city.budget} />}
      <Facts items={facts(props)} />
      <ByAccount month={month} lines={lines} />
      <ByItem month={month} lines={lines} />
      {props.mayManage && <BudgetForm {...props} />}
    </StaffPage>
  )
}

function facts({ lines, city }: CostProps): [string, string][] {
  const spent = sum(lines, 'micros')
  const uncertain = sum(lines, 'uncertain')
  return [
    ['Terpakai', money(spent)],
    ...(uncertain > 0 ? ([['Belum pasti ditagih', money(uncertain)]] as [string, string][]) : []),
    ...(city?.forecast != null ? ([['Perkiraan sampai akhir bulan', money(city.forecast)]] as [string, string][]) : []),
    ...(city
      ? ([['Anggaran', city.budget ? money(city.budget.micros) : 'belum ditetapkan']] as [string, string][])
      : []),
  ]
}

function BudgetNotice({ spent, budget }: { spent: number; budget: Budget | undefined }): JSX.Element | null {
  const state = budgetState(spent, budget)
  if (state === 'near')
    return (
      <Notice tone="warn" title="Anggaran hampir terpakai">
        <p>Sudah {formatNumber((spent / (budget?.micros ?? 1)) * 100)}% dari anggaran bulan ini.</p>
      </Notice>
    )
  if (state !== 'used-up') return null
  return (
    <Notice tone="bad" title="Anggaran bulan ini sudah terpakai seluruhnya">
      <p>
        {budget?.stops
          ? 'Pengiriman dan pemeriksaan X berhenti. Ubahlah anggaran, lalu lanjutkan di halaman Kanal.'
          : 'Pengiriman dan pemeriksaan X tetap berjalan.'}
      </p>
    </Notice>
  )
}

function ByAccount({ month, lines }: Pick<CostProps, 'month' | 'lines'>): JSX.Element {
  const accounts = [...Map.groupBy(lines, ({ accountId }) => accountId)]
  return (
    <Table
      caption="Biaya per akun"
      rows={accounts}
      columns={[
        {
          head: 'Akun',
          cell: ([accountId, own]) =>
            accountId ? (
              <a href={channelPaths.charges.href({}, { bulan: month, akun: accountId })}>@{own[0]?.handle}</a>
            ) : (
              'Aplikasi'
            ),
        },
        {
          head: 'Panggilan dan hal yang dibayar',
          cell: ([, own]) => formatNumber(sum(own, 'quantity')),
          numeric: true,
        },
        { head: 'Biaya', cell: ([, own]) => money(sum(own, 'micros')), numeric: true },
      ]}
      empty={<Empty title="Belum ada biaya pada bulan ini">Biaya tercatat sejak X dipanggil dan menagihnya.</Empty>}
    />
  )
}

function ByItem({ month, lines }: Pick<CostProps, 'month' | 'lines'>): JSX.Element | null {
  const items = [...Map.groupBy(lines, ({ item }) => item)]
  if (items.length === 0) return null
  const href = (item: PriceItem) => channelPaths.charges.href({}, { bulan: month, butir: item })
  return (
    <Table
      caption="Biaya per butir daftar harga X"
      rows={items}
      columns={[
        { head: 'Butir', cell: ([item]) => <a href={href(item)}>{priceItems[item]}</a> },
        { head: 'Banyaknya', cell: ([, own]) => formatNumber(sum(own, 'quantity')), numeric: true },
        { head: 'Biaya', cell: ([, own]) => money(sum(own, 'micros')), numeric: true },
      ]}
    />
  )
}

function BudgetForm({ month, city, input, errors }: CostProps): JSX.Element {
  const budget = city?.budget
  return (
    <Section title="Tetapkan anggaran">
      <Form action={channelPaths.budget.href()} errors={errors} submit="Simpan anggaran">
        <Field
          name="month"
          label="Berlaku mulai bulan"
          hint="Tahun-bulan, misalnya 2026-12"
          value={input?.month ?? month}
          required
        />
        <Field
          name="dollars"
          label="Anggaran sebulan (dolar AS)"
          value={input?.dollars ?? (budget ? String(budget.micros / 1e6).replace('.', ',') : '')}
          required
        />
        <Field
          name="warnPercent"
          label="Peringatkan pada (persen)"
          value={input?.warnPercent ?? String(budget?.warnPercent ?? 80)}
          required
        />
        <Radios
          name="stops"
          label="Bila anggaran terpakai seluruhnya"
          value={input?.stops ?? (budget?.stops === false ? 'tidak' : 'ya')}
          options={[
            ['ya', 'Hentikan semua panggilan ke X'],
            ['tidak', 'Lanjutkan, hanya peringatkan'],
          ]}
        />
      </Form>
    </Section>
  )
}
