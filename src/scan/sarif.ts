interface Sarif {
  runs: {
    automationDetails?: { id: string };
    results?: { locations?: { physicalLocation?: { artifactLocation?: { uri?: string } } }[] }[];
  }[];
}

/**
 * SARIF as GitHub takes it: paths without the leading slash that trivy gives to secrets and validators refuse, and a category for
 * each image, because uploads of one category replace each other. Pure.
 */
export function normaliseSarif(text: string, image: string): string {
  const sarif = JSON.parse(text) as Sarif;
  for (const run of sarif.runs) {
    run.automationDetails = { id: `slipway-scan/${image}/` };
    for (const { locations = [] } of run.results ?? []) {
      for (const { physicalLocation } of locations) {
        const artifact = physicalLocation?.artifactLocation;
        if (artifact?.uri !== undefined) artifact.uri = artifact.uri.replace(/^\/+/, '');
      }
    }
  }
  return `${JSON.stringify(sarif, null, 2)}\n`;
}
