/** What of the station's settings the radio needs, and how it is saved. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import i18next from 'i18next';
import type { Settings, SettingsValues } from '../../../electron/contract/records/settings';
import { client, orpc } from '../../client/client';
import { useCommand } from '../../operator/shared/use-command';

export type RadioValues = Partial<Pick<SettingsValues, 'letterhead' | 'osc' | 'podcast' | 'spots'>>;

export function useRadioSettings() {
  const queries = useQueryClient();
  const { queryKey, ...query } = orpc.station.settings.queryOptions();
  const { data, error } = useQuery({ queryKey, ...query });
  return { settings: data, fault: error, keep: (saved: Settings) => queries.setQueryData(queryKey, saved) };
}

interface Saving {
  settings: Settings;
  keep: (saved: Settings) => void;
  onDone: () => void;
}

/** Each part saves itself, and tells itself what was refused. */
export function useSave({ settings, keep, onDone }: Saving) {
  return useCommand({
    run: (values: RadioValues) => client.station.updateSettings({ rev: settings.rev, values }),
    done: () => i18next.t('radioSettings:saved'),
    undo: true,
    onDone: (saved) => {
      keep(saved);
      onDone();
    },
    onFault: () => {},
  });
}
