/** Every letter of a request, in the order they were written; none is lost by what comes after it. */
import { Button } from '@mantine/core';
import { IconFileTypePdf } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { RequestView } from '../../../electron/contract/api/requests';
import { useFormats } from '../../operator/i18n/formats';
import { dateText } from '../../operator/shared/date-text';

interface Letter {
  kind: 'receipt' | 'extension' | 'answer' | 'refusal' | 'objection';
  on: string;
  query: string;
}

function lettersOf({ receivedOn, extension, objection, decisions }: RequestView): Letter[] {
  const letters: Letter[] = [
    { kind: 'receipt', on: receivedOn, query: 'of=receipt' },
    ...(extension ? [{ kind: 'extension' as const, on: extension.on, query: 'of=extension' }] : []),
    ...decisions.flatMap(({ outcome, on, answer }, at) =>
      // Of one decided before answers were kept there is no letter.
      answer
        ? [
            {
              kind: outcome === 'refused' ? ('refusal' as const) : ('answer' as const),
              on,
              query: `decision=${at + 1}`,
            },
          ]
        : [],
    ),
    ...(objection ? [{ kind: 'objection' as const, on: objection.on, query: 'of=objection' }] : []),
  ];
  return letters.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

export function Letters({ request }: { request: RequestView }) {
  const { t } = useTranslation('requests');
  const { language } = useFormats();
  const letters = lettersOf(request);
  return letters.map(({ kind, on, query }) => {
    const name = t(`letter.${kind}`);
    return (
      <Button
        key={query}
        component="a"
        size="compact-md"
        variant="default"
        href={`/api/requests/${request.id}/letter.pdf?paper=F4&language=${language}&${query}`}
        download
        leftSection={<IconFileTypePdf size={14} aria-hidden="true" />}
      >
        {letters.length === 1 ? name : t('letter.of', { letter: name, day: dateText(on, language) })}
      </Button>
    );
  });
}
