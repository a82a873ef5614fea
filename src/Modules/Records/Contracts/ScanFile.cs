using Microsoft.AspNetCore.Http;
using Qingdan.Platform.Documents;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;

namespace Qingdan.Records.Contracts;

/// <summary>What is taken as a scan or as proof: PDF, JPG or PNG by name and content, without a mark of a secret in its name.</summary>
public static class ScanFile
{
    /// <summary>Why a file is not taken; null when it is. The stream stands at its beginning afterwards.</summary>
    public static Fault? Refusal(IFormFile file, Stream content, string field)
    {
        if (!IsScan(DocumentFile.Named(file.FileName))) return new Fault("sign-off.scan.kind", "扫描件只收 PDF、JPG、PNG。", field);
        if (ClassificationMarks.Refusal(Path.GetFileNameWithoutExtension(file.FileName), field) is { } marked) return marked;
        return IsScan(DocumentFile.KindOf(content)) ? null : new Fault("sign-off.scan.content", "这个文件名字像扫描件，内容不是 PDF、JPG 或 PNG。请重新扫描后上传。", field);
    }

    private static bool IsScan(DocumentKind? kind) => kind is DocumentKind.Pdf or DocumentKind.Jpeg or DocumentKind.Png;
}
