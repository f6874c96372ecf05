/** Opens a draft under a name. */
import { useTranslation } from 'react-i18next';
import { client } from '../../../../client/client';
import { stationNow } from '../../../../client/station-clock';
import { useFormats } from '../../../i18n/formats';
import { dateText } from '../../../shared/date-text';
import { dateAt } from '../days';
import { NameDialog } from './NameDialog';

interface NewDraftProps {
  zone: string;
  onClose: () => void;
  onOpen: (draftId: string) => void;
}

export function NewDraft({ zone, onClose, onOpen }: NewDraftProps) {
  const { t } = useTranslation('drafts');
  const { language } = useFormats();
  return (
    <NameDialog
      title={t('new.title')}
      words={t('new.words')}
      name={t('new.usual', { day: dateText(dateAt(stationNow(), zone), language) })}
      submit={t('new.open')}
      run={(name) => client.drafts.create({ name })}
      onDone={({ id }) => {
        onClose();
        onOpen(id);
      }}
      onClose={onClose}
    />
  );
}
