/** Items of the log: those that can be published to be ticked, the others with why not. */
import { Button, Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OfferedItem } from '../../../electron/contract/api/episodes';
import { useFormats } from '../../operator/i18n/formats';
import { reasonTexts } from '../../operator/i18n/say';
import { KindMark } from '../shared/KindMark';
import css from './Publish.module.css';
import { type Compose, isUsable } from './use-compose';

interface ItemsListProps {
  items: readonly OfferedItem[];
  /** Null for those who may only look. */
  compose: Compose | null;
}

export function ItemsList({ items, compose }: ItemsListProps) {
  const { t } = useTranslation('publish');
  const ids = compose?.chosen.map(({ stepId }) => stepId) ?? [];
  const toggle = (id: string) => compose?.choose(ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id]);
  return (
    <>
      {compose && (
        <div className={css.actions}>
          <Button size="compact-xs" variant="default" onClick={compose.chooseTalk}>
            {t('pickTalk')}
          </Button>
          <Button size="compact-xs" variant="default" onClick={() => compose.choose([])}>
            {t('pickNone')}
          </Button>
        </div>
      )}
      <ul className={css.items}>
        {items.map((item) => (
          <li key={item.stepId} className={css.item} data-usable={isUsable(item)}>
            {compose && (
              <Checkbox
                size="xs"
                checked={ids.includes(item.stepId)}
                disabled={!isUsable(item)}
                aria-label={item.title || t('untitled')}
                onChange={() => toggle(item.stepId)}
              />
            )}
            <KindMark item={{ kind: item.kind, colour: null }} />
            <Words item={item} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Words({ item: { title, from, until, because, warnings } }: { item: OfferedItem }) {
  const { t } = useTranslation('publish');
  const formats = useFormats();
  return (
    <div className={css.words}>
      <span className="any-word">{title || t('untitled')}</span>
      <span className={`tabular ${css.muted}`}>
        {formats.time(from)} · {formats.duration(until - from)}
      </span>
      {reasonTexts(because.length > 0 ? because : warnings).map((text) => (
        <span key={text} className={because.length > 0 ? css.because : css.warning}>
          {text}
        </span>
      ))}
    </div>
  );
}
