package main

import (
	"bytes"
	"fmt"
	"os/exec"
	"regexp"
	"strings"

	"github.com/cloudnativelabs/kube-router/v2/pkg/utils"
	core "k8s.io/api/core/v1"
	"k8s.io/client-go/tools/cache"
)

// The gate drops new connections from or to a pod that has no firewall rules yet. kube-router learns about a pod when it gets its address,
// shortly after its first container may have started, and Kubernetes requires that a pod is never unprotected. TCP retries after a second.
// DNS queries pass, because resolvers retry only after five.
type gate struct {
	pods, dns string
	lister    cache.Store
	// Addresses of the pods that existed when the current sync started.
	there map[string]bool
}

// kube-router starts each full sync with this call, before it matches policies and pods.
type begun struct {
	utils.IPTablesHandler
	gate *gate
}

func (tables begun) ChainExists(table, chain string) (bool, error) {
	tables.gate.look()
	return tables.IPTablesHandler.ChainExists(table, chain)
}

// kube-router ends each full sync with this call.
type ended struct {
	utils.IPSetHandler
	gate *gate
}

func (sets ended) Sets() map[string]*utils.Set {
	if err := sets.gate.admit(); err != nil {
		// The rules in the kernel remain in force until the program is restarted.
		fail(err)
	}
	return sets.IPSetHandler.Sets()
}

func (gate *gate) look() {
	gate.there = map[string]bool{}
	for _, object := range gate.lister.List() {
		if pod, ok := object.(*core.Pod); ok {
			gate.there[pod.Status.PodIP] = true
		}
	}
}

var source = regexp.MustCompile(`(?m)^-A KUBE-ROUTER-INPUT -s ([0-9.]+)/32 `)

// Admits the pods that have rules in the kernel. A pod that was added during the sync has no policies yet, and waits for the next sync.
func (gate *gate) admit() error {
	rules, err := output(exec.Command("iptables", "--wait", "-S", "KUBE-ROUTER-INPUT"), "")
	if err != nil {
		return err
	}
	known := []string{}
	for _, match := range source.FindAllStringSubmatch(rules, -1) {
		if gate.there[match[1]] {
			known = append(known, match[1])
		}
	}
	_, err = output(exec.Command("nft", "-f", "-"), gate.rules(known))
	return err
}

func (gate *gate) rules(known []string) string {
	const table = "table ip slipway-netpol"
	elements := ""
	if len(known) > 0 {
		elements = fmt.Sprintf("elements = { %s }", strings.Join(known, ", "))
	}
	lines := []string{table, "delete " + table, table + " {", "set known { type ipv4_addr; " + elements + " }"}
	for _, hook := range []string{"input", "forward"} {
		lines = append(lines,
			fmt.Sprintf("chain %s { type filter hook %s priority filter + 10;", hook, hook),
			fmt.Sprintf("ip daddr %s udp dport 53 accept", gate.dns),
			fmt.Sprintf("ip saddr %s ip saddr != @known ct state new drop", gate.pods),
			fmt.Sprintf("ip daddr %s ip daddr != @known ct state new drop", gate.pods),
			"}")
	}
	return strings.Join(append(lines, "}", ""), "\n")
}

func output(command *exec.Cmd, input string) (string, error) {
	var said, fault bytes.Buffer
	command.Stdin, command.Stdout, command.Stderr = strings.NewReader(input), &said, &fault
	if err := command.Run(); err != nil {
		return "", fmt.Errorf("%s: %w: %s", strings.Join(command.Args, " "), err, fault.String())
	}
	return said.String(), nil
}
