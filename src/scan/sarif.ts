interface Sarif {
  runs: {
    automationDetails?: { id: string };
    results?: { locations?: { physicalLocation?: { artifactLocation?: { uri?: string } } }[] }[];
  }[];
}

/**
 * Adapts SARIF to GitHub: removes the leading slash that trivy gives to the paths of secrets and validators refuse, and sets a
 * category for each image, because uploads of the same category replace each other. Pure.
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
