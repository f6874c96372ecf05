import { Button } from '@mantine/core';
import { IconArrowLeft, IconDeviceFloppy, IconSend } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ShownCard } from '../../../electron/contract/api/cards';
import type { CardContent } from '../../../electron/contract/records/card';
import { FaultPanel } from '../../operator/shared/FaultPanel';
import { useScreenActions } from '../../operator/shared/screen-actions';
import { useMe } from '../../operator/shared/use-me';
import { Page } from '../../ui';
import { DeskTabs } from '../shared/DeskTabs';
import { useUnsaved } from '../shared/use-unsaved';
import css from './Cards.module.css';
import { CommonFields } from './CommonFields';
import { PanelProof } from './PanelProof';
import { PublishedBar } from './PublishedBar';
import { StaleFeed } from './StaleFeed';
import { StandingMark } from './Standing';
import { TemplateFields } from './TemplateFields';
import { useCardDraft } from './use-card-draft';
import { useDrawing, usePanels } from './use-drawing';

interface CardEditorProps {
  /** Null: it is not kept yet. */
  shown: ShownCard | null;
  start: CardContent;
}

export function CardEditor({ shown, start }: CardEditorProps) {
  const { t } = useTranslation('cards');
  const { may } = useMe();
  const { draft, setDraft, ready, changed, unsaved, save, publish } = useCardDraft(shown, start);
  const { question } = useUnsaved(unsaved);
  const drawing = useDrawing(draft);
  const panels = usePanels();
  const editable = may('desk');
  useScreenActions(
    editable
      ? [{ id: 'card.save', label: t('save'), keys: 'mod+S', evenWhileTyping: true, run: () => ready && save.mutate() }]
      : [],
  );
  const fault = save.error ?? publish.error;
  return (
    <Page
      title={draft.name || t(`templates.${draft.fields.template}`)}
      toolbar={<DeskTabs />}
      actions={
        <div className={css.commands}>
          {shown && <StandingMark shown={shown} />}
          <Button
            variant="default"
            leftSection={<IconArrowLeft size={16} aria-hidden="true" />}
            component={Link}
            to="/cards"
          >
            {t('back')}
          </Button>
          {editable && (
            <>
              <Button
                variant="default"
                leftSection={<IconDeviceFloppy size={16} aria-hidden="true" />}
                disabled={!ready || !changed}
                loading={save.isPending}
                onClick={() => save.mutate()}
              >
                {t('save')}
              </Button>
              <Button
                variant={shown?.card.published && !changed ? 'default' : 'filled'}
                leftSection={<IconSend size={16} aria-hidden="true" />}
                disabled={!ready}
                loading={publish.isPending}
                onClick={() => publish.mutate()}
              >
                {t('publish')}
              </Button>
            </>
          )}
        </div>
      }
    >
      {question}
      {fault && <FaultPanel fault={fault} />}
      {shown && <PublishedBar shown={shown} changed={changed} />}
      <StaleFeed content={draft} />
      <div className={css.editor}>
        <fieldset disabled={!editable} className={css.form} style={{ border: 0, margin: 0, padding: 0 }}>
          {!ready && <p className={css.hint}>{t('incomplete')}</p>}
          {draft.feedId !== null && <p className={css.hint}>{t('feeds.fills')}</p>}
          <TemplateFields fields={draft.fields} onFields={(fields) => setDraft({ ...draft, fields })} />
          <CommonFields draft={draft} onDraft={setDraft} />
        </fieldset>
        <div className={css.proofs}>
          {panels.map((panel) => (
            <PanelProof key={`${panel.name} ${panel.width}x${panel.height}`} drawing={drawing} panel={panel} />
          ))}
        </div>
      </div>
    </Page>
  );
}
