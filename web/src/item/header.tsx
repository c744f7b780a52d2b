import type { Item } from 'coact';
import { may } from './may.ts';
import { Standing } from './standing.tsx';
import { Title } from './title.tsx';

type Props = { item: Item; level: 1 | 2; isEditing: boolean; onEdit: (isEditing: boolean) => void };

/** What it is and where it stands. */
export const Header = ({ item, level, isEditing, onEdit }: Props) => (
  <header>
    <Title item={item} level={level} mayEdit={may(item, 'item.update')} isEditing={isEditing} onEdit={onEdit} />
    <Standing item={item} />
  </header>
);
