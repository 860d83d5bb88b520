/**
 * Browsers that translate put `<font>` elements where texts were. React holds on to its own text nodes: taken away, they
 * make it throw ("The node to be removed is not a child of this node") and empty the page; put aside, they change where
 * nobody sees it, and an old number stays on screen. Here a text that was wrapped is found in its wrapper, and one that
 * was replaced comes back when it changes: the translator then takes it as new.
 * https://github.com/facebook/react/issues/11538
 */

/** What stands where a text was taken out. */
const standIns = new WeakMap<Node, ChildNode>();

function isWrapper(node: Node | null): node is HTMLElement {
  return node instanceof HTMLElement && node.localName === 'font';
}

/** The child of `parent` that shows `node`: itself, what wraps it, or what stands in for it. */
function shownChild(parent: Node, node: Node): ChildNode | null {
  let shown: Node | null = node.parentNode === null ? (standIns.get(node) ?? null) : node;
  while (shown !== null && shown.parentNode !== parent) shown = shown.parentNode;
  // The cast: it has a parent.
  return shown as ChildNode | null;
}

/** A text that was taken out has changed: it is shown again. */
function bringBack(text: Node): void {
  const standIn = standIns.get(text);
  if (text.parentNode !== null || standIn === undefined) return;
  standIns.delete(text);
  standIn.replaceWith(text);
}

/** Watches `root` from before its first text on. Never undone: a translation may come at any time. */
export function guardAgainstTranslation(root: HTMLElement): void {
  const observer = new MutationObserver((records) => take(records));
  const take = (records: readonly MutationRecord[]) => {
    for (const { type, target, removedNodes, addedNodes, previousSibling, nextSibling } of records) {
      if (type === 'characterData') bringBack(target);
      for (const text of removedNodes) {
        if (text.nodeType !== Node.TEXT_NODE || text.parentNode !== null) continue;
        const standIn = [...addedNodes, previousSibling, nextSibling].find(isWrapper);
        if (standIn === undefined) continue;
        standIns.set(text, standIn);
        // Watched although it is not on the page.
        observer.observe(text, { characterData: true });
      }
    }
  };
  observer.observe(root, { childList: true, subtree: true });

  const { removeChild, insertBefore } = Node.prototype;
  Node.prototype.removeChild = function remove<Child extends Node>(this: Node, child: Child): Child {
    if (child.parentNode !== this) {
      take(observer.takeRecords());
      const shown = shownChild(this, child);
      if (shown !== null) removeChild.call(this, shown);
      return child;
    }
    removeChild.call(this, child);
    return child;
  };
  Node.prototype.insertBefore = function insert<Child extends Node>(
    this: Node,
    child: Child,
    before: Node | null,
  ): Child {
    if (before === null || before.parentNode === this) {
      insertBefore.call(this, child, before);
      return child;
    }
    take(observer.takeRecords());
    insertBefore.call(this, child, shownChild(this, before));
    return child;
  };
}
