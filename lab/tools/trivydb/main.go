// Writes a small trivy database, the advisories of advisories.json, into DIR/db. They are real, so that findings are true, and few, so that
// no download is needed. Usage: trivydb DIR, with trivy's cache directory.
package main

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/aquasecurity/trivy-db/pkg/db"
	"github.com/aquasecurity/trivy-db/pkg/metadata"
	"github.com/aquasecurity/trivy-db/pkg/types"
	bolt "go.etcd.io/bbolt"
)

//go:embed advisories.json
var text []byte

// One advisory for one package. npm packages have ranges; Debian packages have a fixed version or none.
type entry struct {
	ID         string
	Advisory   string
	Source     string
	Package    string
	Title      string
	Severity   string
	By         types.SourceID
	Published  time.Time
	References []string
	Vulnerable []string
	Patched    []string
	Fixed      string
}

type content struct {
	Sources    map[string]types.DataSource
	Advisories []entry
}

func main() {
	if len(os.Args) != 2 {
		fail(fmt.Errorf("usage: %s DIR", os.Args[0]))
	}
	var all content
	if err := json.Unmarshal(text, &all); err != nil {
		fail(err)
	}
	if err := write(filepath.Join(os.Args[1], "db"), all, time.Now().UTC()); err != nil {
		fail(err)
	}
}

// Writes the metadata last, because trivy ignores a database without it.
func write(dir string, all content, now time.Time) error {
	if err := os.RemoveAll(dir); err != nil {
		return err
	}
	if err := db.Init(dir); err != nil {
		return err
	}
	store := db.Config{}
	err := store.BatchUpdate(func(tx *bolt.Tx) error {
		for name, source := range all.Sources {
			if err := store.PutDataSource(tx, name, source); err != nil {
				return err
			}
		}
		for _, each := range all.Advisories {
			if _, known := all.Sources[each.Source]; !known {
				return fmt.Errorf("%s: the source %q does not exist", each.ID, each.Source)
			}
			if err := put(tx, store, each); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	if err := db.Close(); err != nil {
		return err
	}
	return metadata.NewClient(dir).Update(metadata.Metadata{
		Version: 2, UpdatedAt: now, NextUpdate: now.Add(24 * time.Hour), DownloadedAt: now,
	})
}

func put(tx *bolt.Tx, store db.Config, each entry) error {
	severity, err := types.NewSeverity(each.Severity)
	if err != nil {
		return fmt.Errorf("%s: %w", each.ID, err)
	}
	advisory := types.Advisory{
		VulnerableVersions: each.Vulnerable,
		PatchedVersions:    each.Patched,
		FixedVersion:       each.Fixed,
	}
	if each.Vulnerable == nil {
		advisory.VendorIDs = []string{each.Advisory}
		if each.Fixed == "" {
			advisory.VendorIDs = nil
			advisory.Status = types.StatusAffected
			// Debian's severity for its package takes precedence over other severities.
			advisory.Severity = severity
		}
	}
	if err := store.PutAdvisory(tx, []string{each.Source, each.Package}, each.ID, &advisory); err != nil {
		return err
	}
	return store.PutVulnerability(tx, each.ID, types.Vulnerability{
		Title:          each.Title,
		Severity:       each.Severity,
		VendorSeverity: types.VendorSeverity{each.By: severity},
		References:     each.References,
		PublishedDate:  &each.Published,
	})
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}
