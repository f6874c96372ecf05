/** Why material becomes exempt: the letter of the law, and what the consequence test found. */
import { Select, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ExemptBy } from '../../../electron/contract/records/exemption';

interface ExemptFieldsProps {
  article17: ExemptBy | null;
  test: string;
  onArticle: (letter: ExemptBy | null) => void;
  onTest: (test: string) => void;
}

export function ExemptFields({ article17, test, onArticle, onTest }: ExemptFieldsProps) {
  const { t } = useTranslation(['preview', 'requests']);
  return (
    <>
      <Select
        label={t('preview:law.exemptGround')}
        required
        placeholder={t('preview:law.choose')}
        data={ExemptBy.options.map((value) => ({ value, label: t(`requests:ground.${value}`) }))}
        value={article17}
        onChange={(value) => onArticle(ExemptBy.nullable().catch(null).parse(value))}
      />
      <Textarea
        label={t('preview:law.exemptTest')}
        description={t('preview:law.exemptTestWords')}
        required
        autosize
        minRows={2}
        maxLength={2000}
        value={test}
        onChange={(event) => onTest(event.currentTarget.value)}
      />
    </>
  );
}
