import { Check, CornerDownLeft } from 'lucide-react'
import { type KeyboardEvent, useDeferredValue, useEffect, useId, useRef, useState } from 'react'
import { withBase } from '../../shared/addresses.ts'
import { site } from '../data/site.ts'
import { useSay } from '../i18n/language.ts'
import type { Here } from '../keys/command.ts'
import { KeyCaps } from '../keys/KeyCaps.tsx'
import keysCss from '../keys/keys.css?inline'
import { adoptStyles } from '../ui/adopt-styles.ts'
import { CloseButton } from '../ui/CloseButton.tsx'
import { closeDialog } from '../ui/open-dialog.tsx'
import panelCss from '../ui/panel.css?inline'
import type { Item } from './items.ts'
import css from './palette.css?inline'
import { useGroups } from './use-groups.ts'

/**
 * A field, and below it what can be done and where one can go; an arrow key or typing chooses, Enter does it. The pattern
 * is the combobox of https://www.w3.org/WAI/ARIA/apg/patterns/combobox/.
 */
export function Palette({ here }: { here: Here }) {
  const say = useSay()
  const [typed, setTyped] = useState('')
  const search = useDeferredValue(typed)
  const groups = useGroups(here, search)
  const items = groups.flatMap(group => group.items)
  const [chosenId, setChosenId] = useState('')
  const chosen = items.find(({ id }) => id === chosenId) ?? items[0]
  const list = useRef<HTMLDivElement>(null)
  const listId = useId()
  const optionId = (item: Item) => `${listId}-${item.id}`
  adoptStyles(panelCss)
  adoptStyles(keysCss)
  adoptStyles(css)

  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
    // The heading of the first group comes with it.
    if (chosen === items[0]) list.current?.scrollTo({ top: 0 })
  })

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || !chosen) return
    const at = items.indexOf(chosen)
    if (event.key === 'ArrowDown') setChosenId(items[(at + 1) % items.length]!.id)
    else if (event.key === 'ArrowUp') setChosenId(items.at(at - 1)!.id)
    else if (event.key === 'Enter') list.current?.querySelector<HTMLElement>('[aria-selected=true]')?.click()
    else return
    event.preventDefault()
  }

  return (
    <>
      <h2 id="dialog-title" className="visually-hidden">
        {say({ zh: '命令面板', en: 'Command palette' })}
      </h2>
      <div className="palette-field">
        <input
          type="text"
          role="combobox"
          aria-label={say({ zh: '命令、分类、文章', en: 'Commands, categories, articles' })}
          aria-expanded="true"
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={chosen && optionId(chosen)}
          placeholder={say({
            zh: '命令、分类、设置、文章…',
            en: 'Commands, categories, settings, articles…',
          })}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          enterKeyHint="go"
          value={typed}
          onChange={({ target }) => {
            setTyped(target.value)
            setChosenId('')
          }}
          onKeyDown={onKeyDown}
        />
        <CloseButton close={closeDialog} />
      </div>
      <div ref={list} id={listId} className="palette-list" role="listbox" aria-labelledby="dialog-title">
        {groups.map(({ id, words, items }) => (
          // biome-ignore lint/a11y/useSemanticElements: a list of options has groups, not fieldsets
          <div key={id} role="group" aria-labelledby={`${listId}-group-${id}`}>
            <p id={`${listId}-group-${id}`} role="presentation">
              {say(words)}
            </p>
            {items.map(item => (
              <Option
                key={item.id}
                id={optionId(item)}
                item={item}
                isSelected={item === chosen}
                select={() => setChosenId(item.id)}
              />
            ))}
          </div>
        ))}
      </div>
      <p className={items.length > 0 ? 'visually-hidden' : 'palette-empty'} role="status">
        {items.length > 0
          ? say({ zh: '{count} 项', en: '{count} results', count: items.length })
          : say({
              zh: '没有找到。换个词，或者少打几个字。',
              en: 'Nothing found. Try another word, or fewer letters.',
            })}
      </p>
    </>
  )
}

interface OptionProps {
  id: string
  item: Item
  isSelected: boolean
  select: () => void
}

/** Pages are links: what a browser does with links it does with these too. */
function Option({ id, item: { texts, keys, isChosen, does }, isSelected, select }: OptionProps) {
  const say = useSay()
  const shared = {
    id,
    role: 'option',
    'aria-selected': isSelected,
    className: 'palette-option',
    tabIndex: -1,
    onPointerMove: () => isSelected || select(),
  }
  const content = (
    <>
      <span>{texts[0]}</span>
      {isChosen && (
        <>
          <Check aria-hidden="true" />
          <span className="visually-hidden">{say({ zh: '现在这样', en: 'now' })}</span>
        </>
      )}
      {keys && <KeyCaps keys={keys} />}
      {isSelected && <CornerDownLeft className="palette-enter" aria-hidden="true" />}
    </>
  )
  if ('path' in does)
    return (
      <a {...shared} href={withBase(site.base, does.path)} onClick={closeDialog}>
        {content}
      </a>
    )
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard is in the field
    // biome-ignore lint/a11y/noStaticElementInteractions: it is an option, see `shared`
    <div
      {...shared}
      onClick={() => {
        closeDialog()
        does.run()
      }}
    >
      {content}
    </div>
  )
}
