using System.Net;
using System.Net.Sockets;

namespace Qingdan.Exchange.Mounts.Upstream;

/// <summary>
/// Addresses that no mount leads to by itself: the machine's own, those of its link, and those at which clouds tell a machine its credentials. Private networks (10/8 and the like) are not among them: that is where providers are.
/// </summary>
internal static class InnerAddresses
{
    private static readonly IPNetwork[] Networks =
    [
        // "This network" and loopback, link-local with 169.254.169.254, multicast and all above it (RFC 6890).
        IPNetwork.Parse("0.0.0.0/8"), IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("169.254.0.0/16"), IPNetwork.Parse("224.0.0.0/3"),
        // Metadata of Alibaba Cloud, Azure and Oracle Cloud.
        IPNetwork.Parse("100.100.100.200/32"), IPNetwork.Parse("168.63.129.16/32"), IPNetwork.Parse("192.0.0.192/32"),
        // Unspecified and loopback, link-local and site-local, multicast.
        IPNetwork.Parse("::/127"), IPNetwork.Parse("fe80::/9"), IPNetwork.Parse("ff00::/8"),
        // Metadata of AWS and Alibaba Cloud.
        IPNetwork.Parse("fd00:ec2::254/128"), IPNetwork.Parse("fd20:ce::254/128"),
    ];

    /// <summary>True for one of them, in whatever form IPv6 carries it.</summary>
    public static bool Holds(IPAddress address)
    {
        var plain = Unwrapped(address);
        return Networks.Any(n => n.Contains(plain)) || (!ReferenceEquals(plain, address) && Networks.Any(n => n.Contains(address)));
    }

    // ::ffff:a.b.c.d, ::a.b.c.d, 64:ff9b::a.b.c.d (NAT64, RFC 6052) and 2002:aabb:ccdd:: (6to4) lead to an IPv4 address.
    private static IPAddress Unwrapped(IPAddress address)
    {
        if (address.AddressFamily != AddressFamily.InterNetworkV6) return address;
        var bytes = address.GetAddressBytes();
        if (address.IsIPv4MappedToIPv6 || IPNetwork.Parse("64:ff9b::/96").Contains(address) || (IPNetwork.Parse("::/96").Contains(address) && !IPNetwork.Parse("::/127").Contains(address))) return new IPAddress(bytes.AsSpan(12, 4));
        return bytes[0] == 0x20 && bytes[1] == 0x02 ? new IPAddress(bytes.AsSpan(2, 4)) : address;
    }
}
