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
  const objected: Letter[] = objection ? [{ kind: 'objection', on: objection.on, query: 'of=objection' }] : [];
  // The decision that answered it; an objection that is still open comes last.
  const answered = objection ? decisions.findIndex(({ objectedOn }) => objectedOn === objection.on) : -1;
  return [
    { kind: 'receipt', on: receivedOn, query: 'of=receipt' },
    ...(extension ? [{ kind: 'extension' as const, on: extension.on, query: 'of=extension' }] : []),
    ...decisions.flatMap((decision, at) => [...(at === answered ? objected : []), ...letterOf(decision, at)]),
    ...(answered < 0 ? objected : []),
  ];
}

/** Of one decided before answers were kept there is none. */
function letterOf({ outcome, on, answer }: RequestView['decisions'][number], at: number): Letter[] {
  return answer ? [{ kind: outcome === 'refused' ? 'refusal' : 'answer', on, query: `decision=${at + 1}` }] : [];
}

export function Letters({ request }: { request: RequestView }) {
  const { t } = useTranslation('requests');
  const { language } = useFormats();
  const letters = lettersOf(request);
  return letters.map(({ kind, on, query }) => {
    const letter = t(`letter.${kind}`);
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
        {letters.length === 1 ? t('letter.pdf', { letter }) : t('letter.of', { letter, day: dateText(on, language) })}
      </Button>
    );
  });
}
