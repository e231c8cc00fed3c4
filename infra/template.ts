/** A CloudFormation template, as far as its readers here need to know, and with what the stacks within it hold. */
export type Template = {
  Resources: Record<string, Resource>;
  /** How many resources each stack holds by itself: AWS allows 500. */
  sizes: Record<string, number>;
  Outputs?: Record<string, { Value: unknown }>;
};

export type Resource = {
  Type: string;
  Properties: Record<string, unknown>;
  Metadata?: Record<string, unknown>;
  DependsOn?: string | string[];
  DeletionPolicy?: 'Delete' | 'Retain' | 'RetainExceptOnCreate';
};

const isNested = ({ Type }: Resource): boolean => Type === 'AWS::CloudFormation::Stack';

/** Whatever refers to a parameter of the nested stack refers to what its parent gave instead. */
const given = (value: unknown, parameters: Readonly<Record<string, unknown>>): unknown => {
  if (Array.isArray(value)) return value.map((one) => given(one, parameters));
  if (typeof value !== 'object' || value === null) return value;
  const [[key, name] = [], ...more] = Object.entries(value);
  if (key === 'Ref' && more.length === 0 && Object.hasOwn(parameters, String(name)))
    return parameters[String(name)];
  return Object.fromEntries(
    Object.entries(value).map(([field, one]) => [field, given(one, parameters)] as const),
  );
};

/**
 * A template with what its nested stacks hold put in their place, as if all stood in one: readers need not know where a
 * stack was cut. `open` reads the template of a nested stack by the name of its file.
 */
export const withNested = (
  name: string,
  template: Omit<Template, 'sizes'>,
  open: (id: string) => Omit<Template, 'sizes'>,
): Template => {
  const sizes: Record<string, number> = { [name]: Object.keys(template.Resources).length };
  const Resources: Record<string, Resource> = {};
  const within = new Map<string, string[]>();
  for (const [id, resource] of Object.entries(template.Resources)) {
    if (!isNested(resource)) {
      Resources[id] = resource;
      continue;
    }
    const inside = open(id).Resources;
    sizes[id] = Object.keys(inside).length;
    within.set(id, Object.keys(inside));
    const parameters = (resource.Properties['Parameters'] ?? {}) as Record<string, unknown>;
    Object.assign(Resources, given(inside, parameters));
  }
  // Whoever waits for a stack waits for all that stands in it.
  for (const resource of Object.values(Resources)) {
    const waitsFor = [resource.DependsOn ?? []].flat();
    if (waitsFor.some((id) => within.has(id)))
      resource.DependsOn = waitsFor.flatMap((id) => within.get(id) ?? [id]);
  }
  return { ...template, Resources, sizes };
};
