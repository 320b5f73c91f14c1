// Writes a small database for trivy: the advisories of advisories.json, into DIR/db. Real ones, so that what a scan says
// of an image is true; few, so that it needs no network. It is called with DIR, trivy's cache directory.
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

// One advisory for one package; npm packages have ranges, Debian's a fixed version or none.
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

// The metadata comes last: without it trivy sees no database.
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
				return fmt.Errorf("%s: there is no source %q", each.ID, each.Source)
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
			// Debian's own word on a package goes before what others say of the flaw.
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
