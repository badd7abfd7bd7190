import { isFields } from './github/shapes';

/**
 * What actions/attest calls the statement that a list of contents is attested by; undefined where it takes it for none.
 *
 * @see https://github.com/actions/attest/blob/main/src/sbom.ts
 */
export function sbomPredicateType(sbom: unknown): string | undefined {
  if (!isFields(sbom)) {
    return undefined;
  }
  const [, spdx] = /^SPDX-(\d+\.\d+)$/.exec(String(sbom.spdxVersion)) ?? [];
  if (spdx && sbom.SPDXID) {
    return `https://spdx.dev/Document/v${spdx}`;
  }
  return sbom.bomFormat && sbom.serialNumber && sbom.specVersion ? 'https://cyclonedx.org/bom' : undefined;
}
