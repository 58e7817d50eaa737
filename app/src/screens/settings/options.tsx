interface OptionsProps {
  readonly chosen: string;
  readonly all: readonly (readonly [value: string, label: string])[];
}

/** What a choice has, each with its name. */
export function Options({ chosen, all }: OptionsProps) {
  return (
    <>
      {all.map(([value, label]) => (
        <option key={value} value={value} selected={value === chosen}>
          {label}
        </option>
      ))}
    </>
  );
}
