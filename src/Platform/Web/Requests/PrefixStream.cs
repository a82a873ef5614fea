using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace Qingdan.Platform.Web.Requests;

/// <summary>Holds a page back until it is whole and completes its addresses; everything else passes through at once.</summary>
internal sealed partial class PrefixStream(HttpResponse response, Stream outside, string prefix) : Stream
{
    private readonly MemoryStream _page = new();

    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    private bool IsPage => response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) is true;

    /// <summary>Sends the page.</summary>
    public async Task Finish(CancellationToken cancel)
    {
        if (_page.Length == 0) return;
        var page = Address().Replace(Encoding.UTF8.GetString(_page.ToArray()), Complete);
        await outside.WriteAsync(Encoding.UTF8.GetBytes(page), cancel);
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
        IsPage ? _page.WriteAsync(buffer, cancellationToken) : outside.WriteAsync(buffer, cancellationToken);

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Write(byte[] buffer, int offset, int count) => (IsPage ? _page : outside).Write(buffer, offset, count);

    public override Task FlushAsync(CancellationToken cancellationToken) => IsPage ? Task.CompletedTask : outside.FlushAsync(cancellationToken);

    public override void Flush()
    {
        if (!IsPage) outside.Flush();
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    /// <summary>The framework itself writes the whole address of a form without one.</summary>
    private string Complete(Match match) =>
        match.Groups["path"].Value is var path && (path == prefix || path.StartsWith($"{prefix}/", StringComparison.Ordinal)) ? match.Value : $"{match.Groups["name"].Value}{prefix}{path}";

    /// <summary>An attribute that holds an address from the root.</summary>
    [GeneratedRegex("""(?<name>\s(?:href|src|action|formaction|data-[a-z-]+-url)=")(?<path>/(?!/)[^"?#]*)""")]
    private static partial Regex Address();
}
