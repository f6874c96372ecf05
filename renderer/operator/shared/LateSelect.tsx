/**
 * A Select whose list is made when the field is first come to. Of any other Mantine lays out the closed list before the page
 * is first seen.
 */
import { Select, type SelectProps } from '@mantine/core';
import { useState } from 'react';

export function LateSelect(props: SelectProps) {
  const [near, setNear] = useState(false);
  return <Select {...props} comboboxProps={{ keepMounted: near }} onFocus={() => setNear(true)} />;
}
