using Microsoft.AspNetCore.Http;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;

namespace Qingdan.Records.Contracts;

/// <summary>What is taken as a scan or as proof: PDF, JPG or PNG by its content, without a mark of a secret in its name.</summary>
public static class ScanFile
{
    private static readonly string[] Endings = [".pdf", ".jpg", ".jpeg", ".png"];

    /// <summary>Why a file is not taken; null when it is. The stream stands at its beginning afterwards.</summary>
    public static async Task<Fault?> Refusal(IFormFile file, Stream content, string field, CancellationToken cancel)
    {
        if (!Endings.Contains(Path.GetExtension(file.FileName).ToLowerInvariant())) return new Fault("sign-off.scan.kind", "扫描件只收 PDF、JPG、PNG。", field);
        if (ClassificationMarks.Refusal(Path.GetFileNameWithoutExtension(file.FileName), field) is { } marked) return marked;
        return await IsScan(content, cancel) ? null : new Fault("sign-off.scan.content", "这个文件名字像扫描件，内容不是 PDF、JPG 或 PNG。请重新扫描后上传。", field);
    }

    // What a file is says its beginning, whatever its name says.
    private static async Task<bool> IsScan(Stream content, CancellationToken cancel)
    {
        var head = new byte[8];
        var read = await content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancel);
        content.Position = 0;
        var start = head.AsSpan(0, read);
        return start.StartsWith("%PDF"u8) || start.StartsWith<byte>([0xFF, 0xD8, 0xFF]) || start.StartsWith<byte>([0x89, 0x50, 0x4E, 0x47]);
    }
}
