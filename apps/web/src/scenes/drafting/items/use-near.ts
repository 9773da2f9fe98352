import { type RefObject, useEffect, useState } from 'react';

/** Beyond the window as well as beyond the pane that scrolls; older browsers know only the first. */
const ahead = { rootMargin: '1200px', scrollMargin: '1200px' };

/** True once the element has come near what is seen, and from then on. */
export function useNear(element: RefObject<Element | null>): boolean {
  const [near, setNear] = useState(false);
  useEffect(() => {
    const watched = element.current;
    if (watched === null || near) return;
    const observer = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) setNear(true);
    }, ahead);
    observer.observe(watched);
    return () => observer.disconnect();
  }, [element, near]);
  return near;
}
