import { Page } from '../../ui';

export function RundownsScreen() {
  return <Page title="Rundown">{null}</Page>;
}
