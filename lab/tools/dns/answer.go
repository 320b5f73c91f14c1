package main

import (
	"net"
	"strings"

	"github.com/miekg/dns"
)

const (
	zone = "cluster.local."
	// Seconds: addresses of headless Services change with every pod.
	ttl = 5
)

// Resolves names of Services.
type names interface {
	// Returns the addresses of a Service, or of one of its endpoints by host name; the target of an ExternalName Service;
		// and whether the name exists.
	lookup(namespace, service, host string) (addresses []string, alias string, found bool)
}

// If the name exists without an address of the requested type, the reply is empty but not an error. Otherwise a client that also asks for
// IPv6 would conclude that the name does not exist.
func answer(names names, query *dns.Msg) *dns.Msg {
	reply := new(dns.Msg)
	reply.SetReply(query)
	reply.Authoritative = true
	if len(query.Question) != 1 {
		return reply.SetRcode(query, dns.RcodeFormatError)
	}
	question := query.Question[0]
	namespace, service, host, ok := split(question.Name)
	if !ok {
		return reply.SetRcode(query, dns.RcodeNameError)
	}
	addresses, alias, found := names.lookup(namespace, service, host)
	if !found {
		return reply.SetRcode(query, dns.RcodeNameError)
	}
	header := dns.RR_Header{Name: question.Name, Class: dns.ClassINET, Ttl: ttl}
	if alias != "" {
		header.Rrtype = dns.TypeCNAME
		reply.Answer = append(reply.Answer, &dns.CNAME{Hdr: header, Target: dns.Fqdn(alias)})
		return reply
	}
	if question.Qtype == dns.TypeA || question.Qtype == dns.TypeANY {
		header.Rrtype = dns.TypeA
		for _, address := range addresses {
			if ip := net.ParseIP(address).To4(); ip != nil {
				reply.Answer = append(reply.Answer, &dns.A{Hdr: header, A: ip})
			}
		}
	}
	// Truncated to the client's UDP size; the client retries over TCP.
	size := dns.MinMsgSize
	if option := query.IsEdns0(); option != nil {
		size = int(option.UDPSize())
	}
	reply.Truncate(size)
	return reply
}

// [host.]service.namespace.svc.cluster.local.
func split(name string) (namespace, service, host string, ok bool) {
	rest, ok := strings.CutSuffix(strings.ToLower(name), ".svc."+zone)
	if !ok {
		return "", "", "", false
	}
	switch parts := strings.Split(rest, "."); len(parts) {
	case 2:
		return parts[1], parts[0], "", true
	case 3:
		return parts[2], parts[1], parts[0], true
	}
	return "", "", "", false
}
