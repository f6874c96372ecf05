/** One of twelve colours, or that of the kind. */
import { Radio } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PALETTE } from '../../../operator/shared/booking-colours';
import css from './Detail.module.css';

interface ColourFieldProps {
  colour: number | null;
  onColour: (colour: number | null) => void;
}

export function ColourField({ colour, onColour }: ColourFieldProps) {
  const { t } = useTranslation('rundowns');
  return (
    <Radio.Group
      label={t('detail.colour')}
      value={String(colour)}
      onChange={(value) => onColour(value === 'null' ? null : Number(value))}
    >
      <div className={css.colours}>
        <Radio value="null" size="xs" label={t('detail.ofKind')} />
        {PALETTE.map((hex, at) => (
          <Radio
            key={hex}
            value={String(at)}
            size="xs"
            color={hex}
            iconColor="#10151c"
            aria-label={t('detail.colourOf', { place: at + 1 })}
            styles={{ radio: { backgroundColor: hex, borderColor: hex } }}
          />
        ))}
      </div>
    </Radio.Group>
  );
}
