import { type AssessedWorkload, ofKind } from '../assess/subject.ts';
import { allContainers } from '../assess/templates.ts';
import type { Manifest } from '../cluster/manifests.ts';
import { mapsIn, textMap } from '../toolkit/map.ts';

/** Finds settings of the application in rendered manifests. All pure. */

/** A value, or why the manifests do not show it, as a clause. */
export type FoundSetting =
  | { readonly value: string; readonly of: string }
  | { readonly hidden: string; readonly of: string };

type Placed = Pick<AssessedWorkload, 'spec' | 'title'>;

/** Returns the values of a variable in the containers of a workload. */
export function variablesIn(
  { spec, title: of }: Placed,
  name: string,
  manifests: readonly Manifest[],
): FoundSetting[] {
  const inMap = (map: string | undefined, key: string): FoundSetting[] => {
    const found = ofKind(manifests, 'ConfigMap').find(each => each.name === map);
    const value = textMap(found?.object.data)[key];
    return value === undefined ? [] : [{ value, of }];
  };
  return allContainers(spec).flatMap(({ container }): FoundSetting[] => {
    const own = mapsIn(container.env).findLast(each => each.name === name);
    if (own?.value !== undefined) return [{ value: String(own.value), of }];
    if (own !== undefined) {
      const [source] = mapsIn([own.valueFrom]);
      const { name: map, key = '' } = textMap(source?.configMapKeyRef);
      const found = inMap(map, key);
      return found.length > 0 ? found : [{ hidden: `the value of ${name} is not in the manifests`, of }];
    }
    return mapsIn(container.envFrom).flatMap(({ configMapRef, prefix = '' }) =>
      name.startsWith(String(prefix))
        ? inMap(textMap(configMapRef).name, name.slice(String(prefix).length))
        : [],
    );
  });
}

/** Returns the values of a setting: as a variable, as a key of a ConfigMap, or in a file of one (`name = value`, `name: value`). */
export function settingsIn(
  workloads: readonly Placed[],
  name: string,
  manifests: readonly Manifest[],
): FoundSetting[] {
  const escaped = name.replaceAll('.', '\\.');
  const line = new RegExp(`^[ \\t]*"?${escaped}"?[ \\t]*[:=][ \\t]*["']?([^"'#,\\s]*)`, 'gm');
  const inMaps = ofKind(manifests, 'ConfigMap').flatMap(({ object, name: map }): FoundSetting[] => {
    const of = `ConfigMap/${map}`;
    return Object.entries(textMap(object.data)).flatMap(([key, text]) =>
      key === name
        ? [{ value: text, of }]
        : [...text.matchAll(line)].map(([, value = '']) => ({ value, of: `${of} (${key})` })),
    );
  });
  return [...workloads.flatMap(each => variablesIn(each, name, manifests)), ...inMaps];
}
