import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { homePath, settingsPath, statisticsPath } from '../../shared/addresses.ts'
import type { PageHead } from '../../shared/head.ts'
import { OwnPages } from '../history/OwnPages.tsx'
import { type Say, useLanguage, useSay, type Words } from '../i18n/language.ts'
import { type Language, localeOf } from '../i18n/languages.ts'
import { useSetting } from '../settings/settings.ts'
import { adoptStyles } from '../ui/adopt-styles.ts'
import { Link } from '../ui/Link.tsx'
import { NeedsScript } from '../ui/NeedsScript.tsx'
import { StorageRefused } from '../ui/StorageRefused.tsx'
import { Waiting } from '../ui/Waiting.tsx'
import { ChartSection } from './ChartSection.tsx'
import { calendarChart, hourChart, sectionChart, sourceChart, timeChart } from './charts.ts'
import { type Figures, type Period, periods, type Statistics, type Streak } from './figures.ts'
import css from './statistics.css?inline'
import { statisticsQuery } from './statistics.ts'
import '../history/history.css'

const title = { zh: '阅读统计', en: 'Reading statistics' }

export const loader = () => null

export const handle = {
  head: (_: null, say: Say): PageHead => ({
    title: say(title),
    description: say({
      zh: '读了多少、何时读、读什么，只存放在这台设备上。',
      en: 'How much, when and what you read, kept on this device only.',
    }),
    path: statisticsPath,
    isPrivate: true,
  }),
}

/** What the history adds up to. The period stands in the address. */
export function Component() {
  const say = useSay()
  const { data: statistics, error } = useQuery(statisticsQuery)
  useEffect(() => adoptStyles(css), [])
  return (
    <div className="narrow wide history">
      <h1 tabIndex={-1}>{say(title)}</h1>
      <OwnPages />
      <p className="quiet-line needs-script">
        {say({
          zh: '由这台设备上的阅读历史算出，不会发送到任何地方。',
          en: 'Made from the history on this device; nothing is sent anywhere.',
        })}
      </p>
      <NeedsScript />
      {error && (
        <StorageRefused
          error={error}
          what={{ zh: '没有历史可以统计', en: 'There is no history to add up' }}
        />
      )}
      {statistics && <IsPaused />}
      {statistics?.isEmpty && <Nothing />}
      {statistics && !statistics.isEmpty && <Overview statistics={statistics} />}
      {!statistics && !error && <Waiting>{say({ zh: '正在统计…', en: 'Adding up…' })}</Waiting>}
    </div>
  )
}

function Overview({ statistics }: { statistics: Statistics }) {
  const say = useSay()
  const [params, setParams] = useSearchParams()
  const period = periods.find(each => each === params.get('period')) ?? '12m'
  const choose = (period: Period) =>
    setParams(period === '12m' ? {} : { period }, { replace: true, preventScrollReset: true })
  const figures = statistics.figures[period]
  return (
    <div className="statistics">
      <fieldset className="periods">
        <legend className="visually-hidden">{say({ zh: '时段', en: 'Period' })}</legend>
        {periods.map(each => (
          <button
            key={each}
            type="button"
            className="button quiet"
            aria-pressed={each === period}
            onClick={() => choose(each)}
          >
            {say(periodNames[each])}
          </button>
        ))}
      </fieldset>
      <Totals figures={figures} streak={statistics.streak} />
      <Charts statistics={statistics} period={period} />
    </div>
  )
}

const periodNames: Record<Period, Words> = {
  '30d': { zh: '最近 30 天', en: 'Last 30 days' },
  '12m': { zh: '最近 12 个月', en: 'Last 12 months' },
  all: { zh: '全部', en: 'All time' },
}

function Totals({ figures, streak }: { figures: Figures; streak: Streak }) {
  const say = useSay()
  const language = useLanguage()
  const number = new Intl.NumberFormat(localeOf(language))
  const minutes = Math.round(figures.seconds / 60)
  const days = (count: number) => say({ zh: '{count} 天', en: '{count} d', count: number.format(count) })
  return (
    <dl className="totals">
      <Total name={say({ zh: '阅读时间', en: 'Time read' })}>
        {minutes < 60
          ? say({ zh: '{minutes} 分钟', en: '{minutes} min', minutes })
          : say({
              zh: '{hours} 小时 {minutes} 分钟',
              en: '{hours} h {minutes} min',
              hours: number.format(Math.floor(minutes / 60)),
              minutes: minutes % 60,
            })}
      </Total>
      <Total name={say({ zh: '文章', en: 'Articles' })}>
        {say({ zh: '{count} 篇', en: '{count}', count: number.format(figures.articles) })}
      </Total>
      <Total name={say({ zh: '有阅读的日子', en: 'Days with reading' })}>{days(figures.daysRead)}</Total>
      <Total name={say({ zh: '目前连续', en: 'Current streak' })}>{days(streak.current)}</Total>
      <Total name={say({ zh: '最长连续', en: 'Longest streak' })}>{days(streak.longest)}</Total>
    </dl>
  )
}

function Total({ name, children }: { name: string; children: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Charts({ statistics, period }: { statistics: Statistics; period: Period }) {
  const say = useSay()
  const language = useLanguage()
  const figures = statistics.figures[period]
  const tongue = useMemo(() => ({ say, language, locale: regionalLocale(language) }), [say, language])
  const calendar = useMemo(() => calendarChart(statistics, tongue), [statistics, tongue])
  const charts = useMemo(
    () => [
      timeChart(statistics, period, tongue),
      sectionChart(figures, tongue),
      sourceChart(figures, tongue),
      hourChart(figures, tongue),
    ],
    [statistics, period, figures, tongue],
  )
  return (
    <>
      <ChartSection chart={calendar} />
      {figures.seconds > 0 ? (
        charts.map(chart => <ChartSection key={chart.name} chart={chart} />)
      ) : (
        <p className="empty" role="status">
          {say({
            zh: '这段时间没有阅读。换一个更长的时段试试。',
            en: 'Nothing was read then. Try a longer period.',
          })}
        </p>
      )}
    </>
  )
}

/** The reader's own region of the interface's language, as far as the browser tells. */
function regionalLocale(language: Language): string {
  const own = localeOf(language)
  const base = (tag: string) => tag.split('-')[0]
  return navigator.languages.find(tag => base(tag) === base(own)) ?? own
}

function IsPaused() {
  const say = useSay()
  if (useSetting('history') === 'on') return null
  return (
    <p className="quiet-line" role="status">
      {say({
        zh: '历史记录已暂停：现在读的不会计入。',
        en: 'History is paused: what you read now is not counted.',
      })}{' '}
      <Link to={settingsPath}>{say({ zh: '去设置', en: 'Go to settings' })}</Link>
    </p>
  )
}

function Nothing() {
  const say = useSay()
  return (
    <div className="empty">
      <p>
        {say({
          zh: '还没有可以统计的。读过几篇文章，这里就会有日历和图表。',
          en: 'Nothing to show yet. Read a few articles, and there will be a calendar and charts.',
        })}
      </p>
      <p>
        <Link className="button" to={homePath}>
          {say({ zh: '去读一篇', en: 'Find something to read' })}
        </Link>
      </p>
    </div>
  )
}
