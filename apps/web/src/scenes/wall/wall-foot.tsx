import type { Pages } from './use-pages.ts';
import { type View, words } from './words.ts';

const views = Object.keys(words.views) as View[];

interface WallFootProps {
  view: View;
  onView: (view: View) => void;
  pages: Pages;
}

/** For whoever stands at the keyboard: which view, which page, whether it turns by itself. */
export function WallFoot({ view, onView, pages }: WallFootProps) {
  return (
    <footer className="wall-foot">
      <nav aria-label={words.viewsLabel}>
        {views.map((one) => (
          <button key={one} type="button" aria-pressed={one === view} onClick={() => onView(one)}>
            {words.views[one]}
          </button>
        ))}
      </nav>
      <div className="wall-turn">
        {pages.count < 2 ? null : (
          <>
            <button type="button" onClick={() => pages.go(-1)}>
              {words.before}
            </button>
            <span aria-live="polite">{words.page(pages.at + 1, pages.count)}</span>
            <button type="button" onClick={() => pages.go(1)}>
              {words.after}
            </button>
            <label>
              <input
                type="checkbox"
                checked={pages.turning}
                onChange={(event) => pages.setTurning(event.target.checked)}
              />
              {words.turning}
            </label>
          </>
        )}
        {document.fullscreenEnabled ? (
          <button
            type="button"
            className="wall-fullscreen"
            onClick={() => void document.documentElement.requestFullscreen()}
          >
            {words.full}
          </button>
        ) : null}
      </div>
    </footer>
  );
}
