-- Run by Neovim: shows the findings of a document and applies the first fix, as its user would.
local path = vim.fn.tempname() .. '/Dockerfile'
vim.fn.mkdir(vim.fn.fnamemodify(path, ':h'), 'p')
vim.fn.writefile({ 'FROM debian:13', 'RUN sudo ls' }, path)
vim.cmd('edit ' .. path)
local buffer = vim.api.nvim_get_current_buf()
local client = vim.lsp.start_client({
  name = 'dockerfile-lint',
  cmd = { os.getenv('DOCKERFILE_LINT'), 'server' },
  root_dir = vim.fn.fnamemodify(path, ':h'),
  get_language_id = function() return 'dockerfile' end,
})
vim.lsp.buf_attach_client(buffer, client)
vim.wait(20000, function() return #vim.diagnostic.get(buffer) > 0 end, 20)
for _, diagnostic in ipairs(vim.diagnostic.get(buffer)) do
  print('finding: ' .. tostring(diagnostic.code or diagnostic.user_data.lsp.code) .. ' ' .. diagnostic.message .. '\n')
end

local parameters = {
  textDocument = vim.lsp.util.make_text_document_params(buffer),
  range = { start = { line = 1, character = 4 }, ['end'] = { line = 1, character = 4 } },
  context = { diagnostics = {} },
}
local answers = vim.lsp.buf_request_sync(buffer, 'textDocument/codeAction', parameters, 20000)
for _, action in ipairs(answers[client].result) do
  if action.data.action == 'fix' then
    local resolved = vim.lsp.buf_request_sync(buffer, 'codeAction/resolve', action, 20000)[client].result
    vim.lsp.util.apply_workspace_edit(action.edit or resolved.edit, 'utf-16')
    break
  end
end

print('after: ' .. table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), ' | ') .. '\n')
vim.cmd('qall!')
