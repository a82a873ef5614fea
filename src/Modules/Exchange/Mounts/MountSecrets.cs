using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Qingdan.Platform.Database;
using Qingdan.Platform.Files;

namespace Qingdan.Exchange.Mounts;

/// <summary>Credentials of upstreams, kept closed in the store by <c>exchange.key</c> in the data folder; each opens for its own mount only.</summary>
internal sealed class MountSecrets(StoreOptions options)
{
    private readonly SecretBox _box = new(Path.Combine(options.DataFolder, "exchange.key"));

    /// <summary>Closes a secret for a mount.</summary>
    public string Close(long mountId, string secret) => _box.Close(Encoding.UTF8.GetBytes(secret), Bound(mountId));

    /// <summary>The secret of a mount; empty when it has none, null when it cannot be opened: the store was restored without its <c>exchange.key</c>, or tampered with.</summary>
    public string? Open(Mount mount)
    {
        if (mount.Secret.Length == 0) return "";
        try
        {
            return Encoding.UTF8.GetString(_box.Open(mount.Secret, Bound(mount.Id)));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static string Bound(long mountId) => string.Create(CultureInfo.InvariantCulture, $"exchange.mount/{mountId}");
}
