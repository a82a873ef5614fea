using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Qingdan.Platform.Web.Idempotency;

/// <summary>What tells one request from another: its address and body. Of a form its fields and files count; what stands between them is drawn anew each time it is sent.</summary>
internal static class RequestDigest
{
    /// <summary>The digest, in hexadecimal.</summary>
    public static async Task<string> Of(HttpRequest request, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add($"{request.Path}{request.QueryString}");
        if (request.HasFormContentType)
        {
            var form = await request.ReadFormAsync(cancel);
            foreach (var (name, values) in form.OrderBy(f => f.Key, StringComparer.Ordinal)) Add($"{name}={values}");
            foreach (var file in form.Files)
            {
                Add($"{file.Name}={file.FileName} {file.Length}");
                await using var content = file.OpenReadStream();
                await Read(content);
            }
            return Convert.ToHexStringLower(hash.GetHashAndReset());
        }
        request.EnableBuffering();
        await Read(request.Body);
        request.Body.Position = 0;
        return Convert.ToHexStringLower(hash.GetHashAndReset());

        void Add(string line) => hash.AppendData(Encoding.UTF8.GetBytes(line + "\n"));

        async Task Read(Stream content)
        {
            var piece = new byte[81920];
            while (await content.ReadAsync(piece, cancel) is var read and > 0) hash.AppendData(piece.AsSpan(0, read));
        }
    }
}
