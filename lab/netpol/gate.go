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

// kube-router learns of a pod when that has its address, a moment after its first container may run. Until then the pod would be open,
// and Kubernetes says that none ever is. So what begins at or leads to a pod that is in no rule yet is dropped: it comes about with the
// second packet, a second later. Questions for names pass, for those are asked again only after five.
type gate struct {
	pods, dns string
	lister    cache.Store
	// Addresses of the pods that were there when the look at all of them began.
	there map[string]bool
}

// Every look at all pods begins with this question, before it asks which policies mean which pods.
type begun struct {
	utils.IPTablesHandler
	gate *gate
}

func (tables begun) ChainExists(table, chain string) (bool, error) {
	tables.gate.look()
	return tables.IPTablesHandler.ChainExists(table, chain)
}

// And it ends with this one.
type ended struct {
	utils.IPSetHandler
	gate *gate
}

func (sets ended) Sets() map[string]*utils.Set {
	if err := sets.gate.admit(); err != nil {
		// What is in the kernel goes on until it is started again.
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

// Lets those pods through that the kernel has rules for. One that came in the middle has rules of no policy, and waits for the next look.
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
