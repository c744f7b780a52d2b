import { Component, type ReactNode } from 'react';
import { Button } from '../parts/button.tsx';
import { words } from '../words/index.ts';

/** A mistake of the page is said in its place; the rest of the page goes on. `at` names the place: another one begins anew. */
export class Boundary extends Component<{ at: string; children: ReactNode }, { failedAt: string | null }> {
  override state: { failedAt: string | null } = { failedAt: null };

  static getDerivedStateFromError() {
    return { failedAt: '' };
  }

  static getDerivedStateFromProps({ at }: { at: string }, { failedAt }: { failedAt: string | null }) {
    if (failedAt === '') return { failedAt: at };
    return failedAt !== null && failedAt !== at ? { failedAt: null } : null;
  }

  override render() {
    if (this.state.failedAt === null) return this.props.children;
    return (
      <main className="grid flex-1 place-items-center p-8">
        <div role="alert" className="max-w-md">
          <p className="font-medium">{words.frame.broken}</p>
          <p className="mt-1 mb-4 text-muted">{words.frame.brokenNote}</p>
          <Button onClick={() => location.reload()}>{words.frame.reload}</Button>
        </div>
      </main>
    );
  }
}
