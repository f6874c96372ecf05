/** The station's settings and how a screen changes them: at once on screen, saved, undoable. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import i18next from 'i18next';
import type { Settings, SettingsValues } from '../../../../electron/contract/records/settings';
import { client, orpc } from '../../../client/client';
import { useCommand } from '../../shared/use-command';
import { useMe } from '../../shared/use-me';

export interface SettingsForm {
  settings: Settings | undefined;
  fault: unknown;
  /** Saves these values; nothing happens when they are what is already there. */
  save(values: Partial<SettingsValues>): void;
  saving: boolean;
  /** Whether the person may change anything here. */
  mayChange: boolean;
}

export function useSettings(): SettingsForm {
  const { may } = useMe();
  const queries = useQueryClient();
  const query = useQuery(orpc.station.settings.queryOptions());
  const key = orpc.station.settings.queryKey();
  const update = useCommand({
    run: (values: Partial<SettingsValues>) =>
      client.station.updateSettings({ rev: queries.getQueryData(key)?.rev ?? 0, values }),
    done: () => i18next.t('settings:saved'),
    undo: true,
    optimistic: (values) => {
      const before = queries.getQueryData(key);
      if (before) queries.setQueryData(key, { ...before, ...values });
      return () => queries.setQueryData(key, before);
    },
    onDone: (saved) => queries.setQueryData(key, saved),
  });
  return {
    settings: query.data,
    fault: query.error,
    save: (values) => {
      if (query.data && differs(query.data, values)) update.mutate(values);
    },
    saving: update.isPending,
    mayChange: may('administer'),
  };
}

function differs(settings: Settings, values: Partial<SettingsValues>): boolean {
  return Object.entries(values).some(
    ([name, value]) => JSON.stringify(settings[name as keyof Settings]) !== JSON.stringify(value),
  );
}
