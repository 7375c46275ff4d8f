namespace LlmAnalyzers.Tests.Rules.Security;

/// <summary>Keys in the form of real ones, of random characters that never were one. In two parts, so that no scanner takes them for a leak.</summary>
internal static class MadeUpKeys
{
    public const string OpenAIProject = "sk-" + "proj-R4nXb2QzV7mLk9TqWd1HsYe6JcUf3GpAoBi8ZrNt5xKvMwC0yDhSgEjPlFaIu_2QbXe-9rLm4TzK";
    public const string OpenAIOld = "sk-" + "a7Xq2LmB9vRt4KzPw8Nd" + "T3BlbkFJ" + "Yc5HsJf3UoGe6QiV1MnZ";
    public const string Anthropic = "sk-" + "ant-api03-Zk7Rw2Qm9XtB4vLn6HsJd1YcPf8GuTe3KoMiNa5VbxWzE0rDqSyCgAhUjIlOpF2t7Kq9Xv-uQ4mR8wAA";
    public const string Google = "AIza" + "SyB7kQx2Rw9TmLn4VpZc6HdJf1YsGuE3oK8";
    public const string Groq = "gsk_" + "m4Xz9QkR7wBt2LvNd6HsYc1JfPg8UeTo3KiMaVbWn5ZrEqSyDxCh";
    public const string Azure = "8f3a1c9e5d7b42064ea2b7d19c3f6508";
    public const string AzureLong = "B7kQx2Rw9TmLn4VpZc6HdJf1YsGuE3oK8Rw2Qm9XtB4vLn6HsJd1YcPf8GuTe3KoMiNa5VbxWzE0rDqSy7X";
}
