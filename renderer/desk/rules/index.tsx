/** The rules: what may air, by which stages, why, and what stands above everything. */
import { useTranslation } from 'react-i18next';
import { Page } from '../../ui';
import { BenchPart } from './bench/BenchPart';
import { LocksPart } from './locks/LocksPart';
import { MyChange } from './locks/MyChange';
import css from './Rules.module.css';
import { RuleTabs, usePart } from './RuleTabs';
import { RulesPart } from './rule/RulesPart';
import { StagesPart } from './stages/StagesPart';

const SHOWN = { stages: StagesPart, rules: RulesPart, bench: BenchPart, locks: LocksPart } as const;

export function RulesScreen() {
  const { t } = useTranslation('rules');
  const part = usePart();
  const Shown = SHOWN[part];
  return (
    <Page title={t('title')} layout={part === 'rules' ? 'fill' : 'flow'} toolbar={<RuleTabs />}>
      <div className={css.part}>
        <MyChange />
        <Shown />
      </div>
    </Page>
  );
}
